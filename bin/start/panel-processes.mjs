import path from "node:path";
import { inRepository } from "../repository.mjs";

const next = inRepository("node_modules", "next", "dist", "bin", "next");

/**
 * The processes of the panel as plans for the supervisor.
 * @param {{ settings: ReturnType<import("./settings.mjs").readSettings>, env: NodeJS.ProcessEnv, say: (sentence: string) => void }} given
 */
export function panelProcesses({ settings, env, say }) {
  const { dataDir, dev, port, simulatorPort, verbose } = settings;
  const plan = (name, file, args, more = {}) => ({
    name,
    args,
    say,
    env: { ...env, NODE_ENV: dev ? "development" : "production", ...more.env },
    logFile: path.join(dataDir, "logs", `${file}.log`),
    graceMs: more.graceMs ?? 10_000,
    isLeashed: more.isLeashed ?? true,
    onLine: verbose ? (line) => say(`${file.padEnd(9)} │ ${line}`) : undefined,
  });
  return {
    simulator: plan("simulator", "simulator", [
      inRepository("simulator", "main.ts"),
      "--port",
      String(simulatorPort),
      "--snapshot",
      path.join(dataDir, "simulator.json"),
    ]),
    web: plan("web server", "web", [next, dev ? "dev" : "start", "-p", String(port)]),
    // Deliveries in flight are finished before it ends; what is not is looked up at the next start.
    worker: plan("worker", "worker", [...(dev ? ["--watch"] : []), inRepository("workers", "main.ts")], {
      graceMs: 20_000,
      isLeashed: !dev,
    }),
  };
}

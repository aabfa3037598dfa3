import path from "node:path";
import { inRepository } from "../repository.mjs";

/**
 * Reading and checking a book makes millions of short texts. A small nursery for them stays in the processor's cache and gives its memory
 * back; of what outlives it by chance, little may gather before it is cleared away: a million rows take no more memory than a hundred
 * thousand (docs/decisions/0024). docker-compose.yml says the same.
 */
const workerMemory = ["--max-semi-space-size=8", "--heap-growing-percent=70"];

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
    worker: plan(
      "worker",
      "worker",
      [...(dev ? ["--watch"] : []), ...workerMemory, inRepository("workers", "main.ts")],
      {
        graceMs: 20_000,
        isLeashed: !dev,
      },
    ),
  };
}

import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "../free-port.mjs";
import { Halt } from "../halt.mjs";
import { lastLines } from "../last-lines.mjs";
import { inRepository } from "../repository.mjs";

/**
 * A panel for the browser stories: npm start itself, on a new data folder and on ports of its own, so that a panel that
 * is running is left alone. E2E_DATABASE_URL and E2E_REDIS_URL put it on real servers.
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal }} given
 * @returns {Promise<{ baseUrl: string, controlUrl: string, dataDir: string, metricsToken: string, stop: () => Promise<void> }>}
 */
export async function startOwnPanel({ env, signal }) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "causeway-e2e-"));
  // Started by root, its database runs as another user, who has to pass through.
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
  const port = await freePort();
  const simulatorPort = await freePort();
  const metricsToken = "stories-stories-stories";
  const log = lastLines(60);
  const panel = spawn(
    process.execPath,
    ["--import", inRepository("bin", "start", "leash.mjs"), inRepository("bin", "start.mjs")],
    {
      detached: true,
      env: {
        ...env,
        CAUSEWAY_LEASH: "3",
        CAUSEWAY_DATA_DIR: dataDir,
        PORT: String(port),
        SIMULATOR_PORT: String(simulatorPort),
        DATABASE_URL: env.E2E_DATABASE_URL ?? "",
        REDIS_URL: env.E2E_REDIS_URL ?? "",
        METRICS_TOKEN: metricsToken,
      },
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    },
  );
  panel.stdio[3].on("error", () => {});
  const ended = new Promise((resolve) => panel.once("close", resolve));
  const stop = async () => {
    signal.removeEventListener("abort", stop);
    panel.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  signal.addEventListener("abort", stop);
  const isReady = await new Promise((resolve) => {
    log.listen((line) => line.startsWith("Causeway is ready") && resolve(true));
    for (const stream of [panel.stdout, panel.stderr]) stream.on("data", log.add);
    ended.then(() => resolve(false));
  });
  if (!isReady) {
    await stop();
    throw new Halt("The panel for the browser stories did not start (see below).", { tail: log.text() });
  }
  return {
    baseUrl: `http://localhost:${port}`,
    controlUrl: `http://127.0.0.1:${simulatorPort}/_control`,
    dataDir,
    metricsToken,
    stop,
  };
}

import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "../free-port.mjs";
import { lastLines } from "../last-lines.mjs";
import { inRepository, repository } from "../repository.mjs";

/** A first start builds the panel; everything else takes seconds. */
const patienceMs = 300_000;

/**
 * A panel of its own for the stories: what `npm start` starts, with an empty data folder and free ports, gone afterwards.
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> } | { sentence: string }>}
 */
export async function startPanelUnderTest() {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "causeway-panel-"));
  // The database may run as another system user, who has to pass through.
  chmodSync(dataDir, 0o711);
  const [port, simulatorPort] = [await freePort(), await freePort()];
  const settings = {
    CAUSEWAY_DATA_DIR: dataDir,
    PORT: String(port),
    SIMULATOR_PORT: String(simulatorPort),
    LOG_LEVEL: "warn",
  };
  const unset = Object.fromEntries(
    [
      "DATABASE_URL",
      "REDIS_URL",
      "BASE_URL",
      "SIMULATOR_URL",
      "SIMULATOR",
      "PASSFORT_BASE_URL",
      "PASSFORT_API_KEY",
    ].map((name) => [name, ""]),
  );
  const child = spawn(process.execPath, [inRepository("bin", "start.mjs")], {
    cwd: repository,
    env: { ...process.env, ...unset, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = lastLines(200);
  const ended = new Promise((resolve) => child.once("close", resolve));
  const ready = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (bytes) => {
        log.add(bytes);
        if (log.text().includes("Causeway is ready")) resolve("ready");
      });
    }
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  let timer;
  const tooLong = new Promise((resolve) => {
    timer = setTimeout(resolve, patienceMs, "too_long");
  });
  const first = await Promise.race([ready, ended, tooLong]);
  clearTimeout(timer);
  if (first === "ready") {
    const env = {
      E2E_BASE_URL: `http://localhost:${port}`,
      SIMULATOR_CONTROL_URL: `http://127.0.0.1:${simulatorPort}/_control`,
      E2E_DATA_DIR: dataDir,
    };
    return { env, stop };
  }
  await stop();
  return { sentence: `The panel for the browser tests did not start:\n${log.text()}` };
}

import { spawn } from "node:child_process";
import { inRepository, pinnedNode, repository } from "../repository.mjs";

/**
 * The demo, over the public HTTP API of the panel that is up now, writing to this terminal.
 * @returns {Promise<number>} its exit code; 1 when a process it needs was given up, or the demo was interrupted
 */
export async function runDemo({ settings, running, signal }) {
  const demo = spawn(
    pinnedNode,
    [inRepository("bin", "demo.ts"), ...settings.demoArguments, ...(settings.exit ? ["--exit"] : [])],
    {
      cwd: repository,
      detached: true,
      env: {
        ...process.env,
        PORT: String(settings.port),
        BASE_URL: settings.baseUrl,
        SIMULATOR_PORT: String(settings.simulatorPort),
      },
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  const ended = new Promise((resolve) => demo.once("close", (code) => resolve(code ?? 1)));
  const interrupted = new Promise((resolve) =>
    signal.addEventListener("abort", () => resolve("interrupted"), { once: true }),
  );
  const givenUp = running.flatMap((each) => (each.givenUp ? [each.givenUp] : []));
  const first = await Promise.race([ended, interrupted, ...givenUp]);
  if (typeof first === "number") return first;
  demo.kill("SIGTERM");
  if (first instanceof Error) throw first;
  return 1;
}

import { spawn } from "node:child_process";
import { Halt } from "../halt.mjs";
import { lastLines } from "../last-lines.mjs";
import { repository } from "../repository.mjs";

/**
 * Runs a program to its end, quietly, in its own process group so that stopping reaches what it started in turn.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal, failure: string, cwd?: string, onLine?: (line: string) => void }} options
 *   failure: the sentence when it fails, shown above its last lines
 * @returns {Promise<string>} its last 200 lines
 */
export async function run(command, args, { env, signal, failure, cwd = repository, onLine }) {
  const log = lastLines(200);
  if (onLine) log.listen(onLine);
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", log.add);
  const kill = () => {
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      // It ended by itself meanwhile.
    }
  };
  signal.addEventListener("abort", kill, { once: true });
  try {
    const ended = await new Promise((resolve) => {
      child.once("error", (error) => resolve(error.message));
      child.once("close", (code, by) => resolve(code ?? by));
    });
    if (ended === 0) return log.text();
    signal.throwIfAborted();
    throw new Halt(failure, { tail: log.text() || String(ended) });
  } finally {
    signal.removeEventListener("abort", kill);
  }
}

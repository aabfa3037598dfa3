import { spawn } from "node:child_process";
import { lastLines } from "../last-lines.mjs";
import { pinnedNode, repository } from "../repository.mjs";

/**
 * Runs one program of the tests to its end and keeps what it wrote: a red part is shown whole, a green one is one line.
 * @param {string[]} args of the pinned Node: a script and its arguments
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ isGood: boolean, output: string }>}
 */
export function part(args, env) {
  const log = lastLines(400);
  const child = spawn(pinnedNode, args, { cwd: repository, env, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", log.add);
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ isGood: false, output: error.message }));
    child.once("close", (code) => resolve({ isGood: code === 0, output: log.text() }));
  });
}

import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { commandLineOf } from "../command-line-of.mjs";
import { Halt } from "../halt.mjs";
import { isAlive } from "../is-alive.mjs";
import { waitUntil } from "../wait-until.mjs";

/**
 * A panel that was killed may leave its PostgreSQL running on this folder: that one is shut down properly.
 * A process id file whose process is gone, or is now somebody else's, is removed, as PostgreSQL could take the
 * stranger for itself and refuse to start.
 * @param {string} folder
 */
export async function stopLeftover(folder) {
  const file = path.join(folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!isPostgresOf(pid, folder)) return rmSync(file, { force: true });
  for (const signal of ["SIGINT", "SIGQUIT"]) {
    send(pid, signal);
    if (await waitUntil(() => !isAlive(pid), { timeoutMs: 15_000 })) return;
  }
  throw new Halt(
    `A PostgreSQL left over from an earlier start (process ${pid}) still holds ${folder} and does not stop. Stop it by hand (kill -QUIT ${pid}) and start again.`,
  );
}

function isPostgresOf(pid, folder) {
  const commandLine = commandLineOf(pid);
  return isAlive(pid) && commandLine.includes("postgres") && commandLine.includes(folder);
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone: the wait that follows sees it.
  }
}

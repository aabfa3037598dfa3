import { readFileSync } from "node:fs";

/** Ends a PostgreSQL with all its processes at once, as a power cut would. They are no group: each has a session of its own. */
export function killDatabase(pid: number): void {
  // The server last, or its children would end in order when they see it gone.
  for (const each of [...childrenOf(pid), pid]) {
    try {
      process.kill(each, "SIGKILL");
    } catch {
      // It ended meanwhile.
    }
  }
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);

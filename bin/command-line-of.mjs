import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * The command line of a running process, or "" when there is none. Process ids are used again by the system,
 * so nothing is stopped by its id alone: what it runs is looked at first.
 * @param {number} pid
 */
export function commandLineOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return fromPs(pid);
  }
}

/** macOS has no /proc. */
function fromPs(pid) {
  if (process.platform === "linux") return "";
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

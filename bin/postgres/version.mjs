import { readFileSync } from "node:fs";
import path from "node:path";

/** The version in the package.json of this folder. @param {string} folder */
export function readVersion(folder) {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")).version;
}

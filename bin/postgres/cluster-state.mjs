import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Halt } from "../halt.mjs";

/** The PostgreSQL major version whose data folders our binaries can open. */
export const majorVersion = "18";

/**
 * What lies in the database folder: "empty" (a new one may be made) or "there". Anything else stops with a sentence;
 * nothing is ever deleted.
 * @param {string} folder
 * @returns {"empty" | "there"}
 */
export function clusterState(folder) {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return "empty";
  const versionFile = path.join(folder, "PG_VERSION");
  if (!existsSync(versionFile)) throw new Halt(brokenFolder(folder, "its file PG_VERSION is missing"));
  const version = readFileSync(versionFile, "utf8").trim();
  if (/^\d+$/.test(version) && version !== majorVersion) throw new Halt(otherVersion(folder, version));
  if (version !== majorVersion) throw new Halt(brokenFolder(folder, "its file PG_VERSION cannot be read"));
  return "there";
}

/** @param {string} folder @param {string} why */
export function brokenFolder(folder, why) {
  return `The database folder ${folder} is damaged: ${why}. Put a backup of that folder back, or move it away to start with an empty database (nothing in it has been changed or deleted).`;
}

function otherVersion(folder, version) {
  return `The database folder ${folder} was written by PostgreSQL ${version}, and this program brings PostgreSQL ${majorVersion}. Export it with pg_dump of version ${version}, or move the folder away to start with an empty database (nothing in it has been changed or deleted).`;
}

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { commandLineOf } from "../command-line-of.mjs";
import { Halt } from "../halt.mjs";

/**
 * Only one panel works on a data folder at a time. A lock whose panel was killed is taken over.
 * @param {string} dataDir
 * @param {{ baseUrl: string }} about shown to whoever comes second
 * @returns {() => void} gives the lock back
 */
export function lockDataFolder(dataDir, { baseUrl }) {
  const file = path.join(dataDir, "causeway.pid");
  const holder = read(file);
  if (holder && holder.pid !== process.pid && commandLineOf(holder.pid).includes("start.mjs")) {
    throw new Halt(
      `Causeway is already running on the data folder ${dataDir}: ${holder.baseUrl} (process ${holder.pid}). Use that one, or stop it with Ctrl-C in its window or with: kill ${holder.pid}`,
    );
  }
  writeFileSync(file, JSON.stringify({ pid: process.pid, baseUrl }), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

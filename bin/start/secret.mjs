import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Halt } from "../halt.mjs";

/**
 * The secret that signs sessions and seals API keys: made on the first start, kept in <data dir>/secret (mode 0600).
 * @param {string} dataDir
 * @param {string | undefined} given CAUSEWAY_SECRET
 */
export function secretOf(dataDir, given) {
  if (given) return given;
  const file = path.join(dataDir, "secret");
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600 });
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length >= 32) return secret;
  throw new Halt(
    `The file ${file} is damaged: it must hold at least 32 characters. Put it back from a backup; with a new one, everybody signs in again and the API keys of the connections have to be entered again.`,
  );
}

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePort, isPortFree } from "../free-port.mjs";
import { Halt } from "../halt.mjs";

/**
 * Port and password of the embedded database, kept in <home>/database.json (mode 0600). The port stays the same from
 * start to start unless somebody else has taken it meanwhile.
 * @param {string} home
 * @param {boolean} isNew whether the database folder is about to be made
 * @returns {Promise<{ port: number, password: string }>}
 */
export async function credentials(home, isNew) {
  const file = path.join(home, "database.json");
  const kept = read(file);
  if (!kept && !isNew) {
    throw new Halt(
      `The file ${file} with the password of the database is missing or cannot be read. Put it back from a backup, or move ${path.join(home, "postgres")} away to start with an empty database.`,
    );
  }
  const password = kept?.password ?? randomBytes(24).toString("base64url");
  const port = kept && (await isPortFree(kept.port, "127.0.0.1")) ? kept.port : await freePort();
  if (port !== kept?.port) writeFileSync(file, `${JSON.stringify({ port, password })}\n`, { mode: 0o600 });
  return { port, password };
}

function read(file) {
  if (!existsSync(file)) return undefined;
  try {
    const { port, password } = JSON.parse(readFileSync(file, "utf8"));
    return Number.isInteger(port) && typeof password === "string" ? { port, password } : undefined;
  } catch {
    return undefined;
  }
}

import { existsSync } from "node:fs";
import { closeContext, makeContext } from "../lib/context.ts";
import { readEnv } from "../lib/env.ts";
import { type Resealed, resealConnections } from "../lib/store/reseal-connections.ts";
import { Halt } from "./halt.mjs";
import { startPostgres } from "./postgres/start-postgres.mjs";
import { inRepository, repository } from "./repository.mjs";
import { chosenSecrets } from "./rotate-secret/chosen-secrets.ts";
import { openDataFolder } from "./start/data-folder.mjs";
import { lockDataFolder } from "./start/lock.mjs";
import { readSettings } from "./start/settings.mjs";

/**
 * npm run rotate-secret: gives the panel another secret, and moves everything that is sealed from the old one to the new one,
 * in one transaction. Safe to run again. The panel is stopped meanwhile: its processes know only the old secret.
 */
try {
  if (existsSync(inRepository(".env"))) process.loadEnvFile(inRepository(".env"));
  process.exitCode = await rotate();
} catch (fault) {
  if (!(fault instanceof Halt)) throw fault;
  process.stdout.write(`✗ ${fault.message}${fault.tail ? `\n\n${fault.tail}` : ""}\n`);
  process.exitCode = 1;
}

async function rotate(): Promise<number> {
  const isRoot = process.getuid?.() === 0;
  const settings = readSettings({ argv: [], env: process.env, isRoot, repository });
  openDataFolder(settings.dataDir, isRoot);
  const unlock = lockDataFolder(settings.dataDir, settings);
  const postgres = settings.databaseUrl ? undefined : await startPostgres({ home: settings.dataDir });
  try {
    const databaseUrl = settings.databaseUrl ?? postgres?.url;
    const secrets = chosenSecrets(process.env, settings.dataDir);
    const resealed = await reseal(databaseUrl, secrets);
    process.stdout.write(`${sentenceOf(resealed)}\n`);
    if (resealed.kind === "not_opened") return 1;
    process.stdout.write(`${secrets.settle()} Everybody has to sign in again.\n`);
    return 0;
  } finally {
    await postgres?.stop();
    unlock();
  }
}

async function reseal(databaseUrl: string | undefined, secrets: { from: string; to: string }): Promise<Resealed> {
  const env = readEnv({ DATABASE_URL: databaseUrl, CAUSEWAY_SECRET: secrets.to, LOG_LEVEL: "error" });
  const ctx = makeContext(env, "command");
  try {
    return await resealConnections(ctx.db, secrets);
  } finally {
    await closeContext(ctx);
  }
}

function sentenceOf(resealed: Resealed): string {
  if (resealed.kind === "not_opened") {
    const names = resealed.names.map((name) => `“${name}”`).join(", ");
    return `✗ Nothing was changed: neither secret opens what is sealed in ${names}. Is CAUSEWAY_SECRET_OLD the one the panel ran with?`;
  }
  const { moved, already } = resealed;
  if (moved === 0 && already > 0) return `✓ All ${already} sealed values had been moved to this secret before.`;
  if (moved === 0) return "✓ Nothing is sealed yet.";
  return `✓ ${moved} sealed values were moved to the new secret${already > 0 ? `; ${already} had been moved before` : ""}.`;
}

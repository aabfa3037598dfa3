import { unseal } from "../seal.ts";
import type { Db, Tx } from "./client.ts";

/** A connection with its key and secret open: for a call, never for a log, a job or a screen. */
export type OpenConnection = {
  id: string;
  name: string;
  environment: "simulator" | "demo" | "production";
  baseUrl: string;
  apiKey: string;
  webhookSecret: string;
  /** The webhook secret before this one, while it is still taken; its end is not looked at here. */
  formerSecret: { secret: string; until: Date } | null;
  institutionName: string | null;
};

export async function openConnection(
  ctx: { db: Db | Tx; env: { CAUSEWAY_SECRET: string } },
  connectionId: string,
): Promise<OpenConnection | null> {
  const row = await ctx.db.connection.findUnique({ where: { id: connectionId } });
  if (!row) return null;
  const { formerSecretSealed, formerSecretUntil } = row;
  return {
    id: row.id,
    name: row.name,
    environment: row.environment,
    baseUrl: row.baseUrl,
    institutionName: row.institutionName,
    apiKey: unseal(row.apiKeySealed, ctx.env.CAUSEWAY_SECRET),
    webhookSecret: unseal(row.webhookSecretSealed, ctx.env.CAUSEWAY_SECRET),
    formerSecret:
      formerSecretSealed && formerSecretUntil
        ? { secret: unseal(formerSecretSealed, ctx.env.CAUSEWAY_SECRET), until: formerSecretUntil }
        : null,
  };
}

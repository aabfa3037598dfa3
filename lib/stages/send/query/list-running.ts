import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { listRunning as contract } from "../../../contracts/kill-switch.ts";
import { done, type Outcome } from "../../../domain/refusal.ts";

/** Every running chunk, of every connection and migration: what the kill switch would pause. */
export async function listRunning(ctx: SignedInContext): Promise<Outcome<ReplyOf<typeof contract>>> {
  const chunks = await ctx.db.chunk.findMany({
    where: { status: "running" },
    orderBy: { launchedAt: "asc" },
    select: {
      id: true,
      number: true,
      migrationId: true,
      connection: { select: { name: true, environment: true } },
      migration: { select: { name: true } },
    },
  });
  return done({
    chunks: chunks.map(({ id, number, migrationId, connection, migration }) => ({
      id,
      number,
      migrationId,
      migrationName: migration.name,
      connectionName: connection.name,
      environment: connection.environment,
    })),
  });
}

import type { SignedInContext } from "../../../context.ts";
import type { listChunks as contract } from "../../../contracts/chunks.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { countAvailable, countCorrectable } from "../../../store/available-records.ts";
import { countDeliveries, countWithGaps } from "../../../store/count-deliveries.ts";
import { namesOf } from "../../../store/name-of.ts";
import { summaryOfChunk } from "../summary-of-chunk.ts";

export async function listChunks(
  ctx: SignedInContext,
  migrationId: string,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const migration = await ctx.db.migration.findUnique({
    where: { id: migrationId },
    include: {
      plan: { select: { connectionId: true, track: true } },
      chunks: { orderBy: { number: "asc" }, include: { connection: { select: { name: true, environment: true } } } },
    },
  });
  if (!migration) return refused("not_found", "There is no such migration.");
  const { chunks, plan } = migration;
  const ids = chunks.map(({ id }) => id);
  const [deliveries, gaps, names, room, correctable] = await Promise.all([
    countDeliveries(ctx.db, ids),
    countWithGaps(ctx.db, ids),
    namesOf(
      ctx.db,
      chunks.map(({ createdById }) => createdById),
    ),
    plan ? countAvailable(ctx.db, migrationId, plan) : { available: 0, taken: 0, barred: 0 },
    plan ? countCorrectable(ctx.db, migrationId, plan.connectionId) : 0,
  ]);
  return done({
    chunks: chunks.flatMap((chunk) => {
      const counts = deliveries.get(chunk.id);
      return counts ? [summaryOfChunk(chunk, names, counts, gaps.get(chunk.id) ?? 0)] : [];
    }),
    ...room,
    correctable,
    planMissing: plan === null,
  });
}

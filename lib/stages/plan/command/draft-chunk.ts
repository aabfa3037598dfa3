import type { SignedInContext } from "../../../context.ts";
import type { draftChunk as contract } from "../../../contracts/chunks.ts";
import type { BodyOf } from "../../../contracts/contract.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { type Track, trackWords } from "../../../domain/track.ts";
import { type Available, countAvailable, fillChunk } from "../../../store/available-records.ts";
import { fingerprintChunk } from "../../../store/fingerprint-chunk.ts";
import { longTransaction } from "../../../store/lock-chunk.ts";
import { settingsOf } from "../settings-of.ts";

/** Drafts a chunk of the first available ready clients, with the plan as it stands. */
export async function draftChunk(
  ctx: SignedInContext,
  migrationId: string,
  body: BodyOf<typeof contract>,
): Promise<Outcome<{ chunkId: string }>> {
  return ctx.db.$transaction(async (tx): Promise<Outcome<{ chunkId: string }>> => {
    // One draft at a time: two would pick the same clients and give themselves the same number.
    await tx.$queryRaw`select 1 from "Migration" where id = ${migrationId}::uuid for update`;
    const migration = await tx.migration.findUnique({
      where: { id: migrationId },
      include: { plan: true, chunks: { orderBy: { number: "desc" }, take: 1, select: { number: true } } },
    });
    if (!migration) return refused("not_found", "There is no such migration.");
    if (!migration.plan)
      return refused("not_met", "This migration has no plan yet. Save one first: it says where clients go and how.");
    const { plan } = migration;
    const there = await countAvailable(tx, migrationId, plan);
    if (there.available < body.clients) return refused("not_met", tooFew(body.clients, there, plan.track));

    const chunk = await tx.chunk.create({
      data: {
        migrationId,
        connectionId: plan.connectionId,
        number: (migration.chunks[0]?.number ?? 0) + 1,
        kind: body.kind,
        processes: body.processes,
        clientCount: body.clients,
        settings: settingsOf(plan),
        fingerprint: "",
        createdById: ctx.operator.id,
        createdAt: ctx.clock.now(),
      },
    });
    const { connectionId, track } = plan;
    await fillChunk(tx, { id: chunk.id, migrationId, connectionId, track, clients: body.clients });
    const { fingerprint } = await fingerprintChunk(tx, chunk.id);
    await tx.chunk.update({ where: { id: chunk.id }, data: { fingerprint } });
    return done({ chunkId: chunk.id });
  }, longTransaction);
}

function tooFew(asked: number, { available, taken, barred }: Available, track: Track): string {
  const gone = taken > 0 ? ` ${taken} more are ready, but their reference already went to this connection.` : "";
  const kept = barred > 0 ? ` ${barred} more are ready, but not for ${trackWords[track].label.toLowerCase()}.` : "";
  return `You asked for ${asked} clients, but ${available} are ready and in no other chunk.${gone}${kept} Ask for at most ${available}.`;
}

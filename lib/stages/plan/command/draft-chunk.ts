import type { SignedInContext } from "../../../context.ts";
import type { draftChunk as contract } from "../../../contracts/chunks.ts";
import type { BodyOf } from "../../../contracts/contract.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { type Track, trackWords } from "../../../domain/track.ts";
import { countAvailable, countCorrectable, fillChunk, fillCorrection } from "../../../store/available-records.ts";
import type { Tx } from "../../../store/client.ts";
import { holdFamilies } from "../../../store/family-places.ts";
import { fingerprintChunk } from "../../../store/fingerprint-chunk.ts";
import { longTransaction } from "../../../store/lock-chunk.ts";
import { settingsOf } from "../settings-of.ts";

/** Drafts a chunk of the first available ready clients, with the plan as it stands; a correction chunk takes up what earlier ones left undone. */
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
    const problem = await (body.kind === "correction" ? tooFewToCorrect : tooFew)(tx, plan, body.clients);
    if (problem) return refused("not_met", problem);

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
    const fill = body.kind === "correction" ? fillCorrection : fillChunk;
    await fill(tx, { id: chunk.id, migrationId, connectionId, track, clients: body.clients });
    await holdFamilies(tx, chunk.id);
    const { fingerprint } = await fingerprintChunk(tx, chunk.id);
    await tx.chunk.update({ where: { id: chunk.id }, data: { fingerprint } });
    return done({ chunkId: chunk.id });
  }, longTransaction);
}

type Place = { migrationId: string; connectionId: string; track: Track };

async function tooFew(tx: Tx, { migrationId, ...way }: Place, asked: number): Promise<string | null> {
  const { available, taken, barred } = await countAvailable(tx, migrationId, way);
  if (available >= asked) return null;
  const gone = taken > 0 ? ` ${taken} more are ready, but their reference already went to this connection.` : "";
  const kept = barred > 0 ? ` ${barred} more are ready, but not for ${trackWords[way.track].label.toLowerCase()}.` : "";
  return `You asked for ${asked} clients, but ${available} are ready and in no other chunk.${gone}${kept} Ask for at most ${available}.`;
}

async function tooFewToCorrect(tx: Tx, { migrationId, connectionId }: Place, asked: number): Promise<string | null> {
  const correctable = await countCorrectable(tx, migrationId, connectionId);
  if (correctable >= asked) return null;
  return `You asked for ${asked} clients, but ${correctable} can be corrected now: what Passfort refused once it was corrected in the review, what failed, and clients created with gaps. Ask for at most ${correctable}.`;
}

import type { Context } from "../../context.ts";
import { limitedCalls } from "../../domain/call-limit.ts";
import { type ChunkStatus, liveChunkStatuses, notLaunchedStatuses } from "../../domain/chunk.ts";
import { type DeliveryStatus, deliveryMachine } from "../../domain/delivery.ts";
import { accountStandings } from "../../store/account-standings.ts";
import type { DeliveryCounts } from "../../store/count-deliveries.ts";
import { countUncertain } from "../../store/count-uncertain.ts";
import { recentCalls } from "../../store/recent-calls.ts";
import type { AccountFacts, Facts } from "../facts.ts";
import { countLive } from "./count-live.ts";

const recentMs = 300_000;

type Chunk = { id: string; connectionId: string; status: ChunkStatus };

/** What the rows say now. Deliveries of chunks that have ended are not counted one by one: they do not move. */
export async function readFacts(ctx: Context, countWithinMs: number): Promise<Facts> {
  const { db, clock } = ctx;
  const now = clock.now();
  const chunks: Chunk[] = await db.chunk.findMany({ select: { id: true, connectionId: true, status: true } });
  const live = idsOf(chunks.filter(({ status }) => liveChunkStatuses.includes(status)));
  const launched = idsOf(chunks.filter(({ status }) => !notLaunchedStatuses.includes(status)));
  const [counted, standings, uncertain, limits, calls, beats, filesBeingRead, filesBeingChecked] = await Promise.all([
    countLive(ctx, { live, launched }, countWithinMs),
    accountStandings(db, now),
    countUncertain(db),
    db.callLimit.findMany({ where: { call: { in: [...limitedCalls] } }, orderBy: { call: "asc" } }),
    recentCalls(db, new Date(now.getTime() - recentMs)),
    db.workerBeat.findMany({ select: { beatAt: true } }),
    db.sourceFile.count({ where: { status: { in: ["uploaded", "parsing"] } } }),
    db.sourceFile.count({ where: { checkingVersion: { not: null } } }),
  ]);
  const accounts = standings.map((standing): AccountFacts => {
    const own = chunks.filter(({ connectionId }) => connectionId === standing.id);
    return {
      ...standing,
      chunks: countsByStatus(own),
      deliveries: sumOf(own.flatMap(({ id }) => counted.deliveries.get(id) ?? [])),
      uncertain: uncertain.get(standing.id) ?? 0,
      createdWithGaps: own.reduce((sum, { id }) => sum + (counted.withGaps.get(id) ?? 0), 0),
      limits: limits.filter(({ connectionId }) => connectionId === standing.id),
      recentCalls: calls.filter(({ connectionId }) => connectionId === standing.id),
    };
  });
  return {
    accounts,
    countedAt: counted.countedAt,
    beats: beats.map(({ beatAt }) => beatAt),
    filesBeingRead,
    filesBeingChecked,
  };
}

const idsOf = (chunks: readonly Chunk[]) => chunks.map(({ id }) => id);

function countsByStatus(chunks: readonly Chunk[]): Map<ChunkStatus, number> {
  const counts = new Map<ChunkStatus, number>();
  for (const { status } of chunks) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

const sumOf = (counts: readonly DeliveryCounts[]): Map<DeliveryStatus, number> =>
  new Map(deliveryMachine.statuses.map((status) => [status, counts.reduce((sum, one) => sum + one[status], 0)]));

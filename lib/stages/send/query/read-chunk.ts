import type { SignedInContext } from "../../../context.ts";
import type { readChunk as contract } from "../../../contracts/chunks.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { ChunkStatus } from "../../../domain/chunk.ts";
import { chunkSettingsSchema, productAliasOf } from "../../../domain/chunk-settings.ts";
import { entitySchema } from "../../../domain/entity.ts";
import { type IssueCode, issueCatalogue } from "../../../domain/issue-catalogue.ts";
import { maskText } from "../../../domain/mask.ts";
import { mayApprove } from "../../../domain/may-approve.ts";
import { allowedProcesses, presentProcesses } from "../../../domain/processes.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { isTransient } from "../../../domain/retry.ts";
import { createProfileRequest } from "../../../passfort/to-wire.ts";
import { countDeliveries, countWithGaps } from "../../../store/count-deliveries.ts";
import { countTakeovers } from "../../../store/count-takeovers.ts";
import { failureCodes } from "../../../store/failure-codes.ts";
import { type FamiliesSize, sizeOfFamilies } from "../../../store/family-places.ts";
import { makersOf } from "../../../store/makers-of.ts";
import { membersByType, sampleMembers, warningsOfMembers } from "../../../store/members-of.ts";
import { namesOf } from "../../../store/name-of.ts";
import { historyOf, latelyOf } from "../../../store/progress-of.ts";
import { maskRequest } from "../mask-request.ts";
import { etaSecondsOf, pacePerMinuteOf } from "../pace.ts";
import { summaryOfChunk } from "../summary-of-chunk.ts";

type Reply = ReplyOf<typeof contract>;

const samplesShown = 5;
const historyPointsMax = 120;

/** The dashboard of a chunk, and everything its approver must see. Every number is counted from rows. */
export async function readChunk(ctx: SignedInContext, chunkId: string): Promise<Outcome<Reply>> {
  const chunk = await ctx.db.chunk.findUnique({
    where: { id: chunkId },
    include: { connection: { select: { name: true, environment: true } }, migration: { select: { name: true } } },
  });
  if (!chunk) return refused("not_found", "There is no such chunk.");
  const now = ctx.clock.now();
  const settings = chunkSettingsSchema.parse(chunk.settings);
  const launched = chunk.launchedAt !== null;
  const [counts, gaps, families, names, makers, byType, samples, warnings, lately, history, codes, takeovers] =
    await Promise.all([
      countDeliveries(ctx.db, [chunkId]),
      countWithGaps(ctx.db, [chunkId]),
      familiesOf(ctx, chunk),
      namesOf(ctx.db, [chunk.createdById, chunk.submittedById, chunk.approvedById, chunk.launchedById]),
      makersOf(ctx.db, chunkId),
      membersByType(ctx.db, chunkId),
      sampleMembers(ctx.db, chunkId, samplesShown),
      warningsOfMembers(ctx.db, chunkId),
      latelyOf(ctx.db, chunkId, now),
      chunk.launchedAt ? historyOf(ctx.db, chunkId, chunk.launchedAt, chunk.finishedAt ?? now, historyPointsMax) : [],
      failureCodes(ctx.db, chunkId),
      countTakeovers(ctx.db, chunk),
    ]);
  const deliveries = counts.get(chunkId);
  if (!deliveries) throw new Error("A chunk that was counted has no counts.");

  const total = Object.values(deliveries).reduce((sum, count) => sum + count, 0);
  const left = deliveries.queued + deliveries.sending + deliveries.uncertain;
  const pace = {
    lastMinute: lately.lastMinute,
    lastFiveMinutes: lately.lastFiveMinutes,
    sinceLaunchMs: chunk.launchedAt && now.getTime() - chunk.launchedAt.getTime(),
  };
  const held = chunk.heldUntil !== null && chunk.heldUntil > now;
  const nameOrNull = (id: string | null) => (id === null ? null : (names.get(id) ?? "somebody who left"));

  return done({
    ...summaryOfChunk(chunk, names, deliveries, gaps.get(chunkId) ?? 0),
    migrationId: chunk.migrationId,
    migrationName: chunk.migration.name,
    settings,
    fingerprint: chunk.fingerprint,
    byType,
    families,
    takeovers,
    samples: samples.map(({ recordId, reference, displayName, data }) => {
      const entity = entitySchema.parse(data);
      return {
        recordId,
        reference: reference ?? "",
        maskedName: maskText(displayName),
        request: maskRequest(createProfileRequest(entity, productAliasOf(settings, entity.entityType))),
      };
    }),
    warnings: warnings.map(({ code, count }) => ({ title: issueCatalogue[code as IssueCode]?.title ?? code, count })),
    people: {
      submittedBy: nameOrNull(chunk.submittedById),
      approvedBy: nameOrNull(chunk.approvedById),
      launchedBy: nameOrNull(chunk.launchedById),
      approvalComment: chunk.approvalComment,
      refusalReason: chunk.refusalReason,
    },
    submittedAt: isoOrNull(chunk.submittedAt),
    approvedAt: isoOrNull(chunk.approvedAt),
    approvalExpiresAt: isoOrNull(chunk.approvalExpiresAt),
    launchedAt: isoOrNull(chunk.launchedAt),
    finishedAt: isoOrNull(chunk.finishedAt),
    // A wait that is over is no reason any more; a pause has its reason until it is resumed.
    holdReason: held || chunk.heldUntil === null ? chunk.holdReason : null,
    heldUntil: held ? isoOrNull(chunk.heldUntil) : null,
    mayNotApproveBecause: mayApprove(ctx.operator, makers),
    identityHolds: !launched || total === chunk.clientCount,
    inFlight: lately.inFlight,
    pacePerMinute: pacePerMinuteOf(pace, total - left),
    p95Ms: lately.p95Ms,
    throttled: lately.throttled,
    allowedProcesses: allowedProcesses(chunk),
    presentProcesses: presentProcesses(chunk),
    slowedBecause: chunk.slowedTo === null ? null : chunk.slowedBecause,
    failureCodes: codes.map((entry) => ({ ...entry, isTransient: isTransient(entry.code) })),
    etaSeconds: chunk.status === "running" ? etaSecondsOf(pace, left) : null,
    history,
  });
}

/** Counted once when it was handed over; a draft follows what files and links say. */
async function familiesOf(
  ctx: SignedInContext,
  chunk: { id: string; status: ChunkStatus; associates: number | null; associatesLeftOut: number | null },
): Promise<FamiliesSize> {
  if (chunk.status === "draft" || chunk.associates === null) return sizeOfFamilies(ctx.db, chunk.id, "live");
  return { profiles: chunk.associates, leftOut: chunk.associatesLeftOut ?? 0 };
}

const isoOrNull = (at: Date | null) => at?.toISOString() ?? null;

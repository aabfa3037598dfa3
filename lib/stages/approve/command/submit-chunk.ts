import type { SignedInContext } from "../../../context.ts";
import { chunkMachine } from "../../../domain/chunk.ts";
import { chunkSettingsSchema } from "../../../domain/chunk-settings.ts";
import { existingProblemOf } from "../../../domain/existing-problem.ts";
import { type IssueCode, issueCatalogue } from "../../../domain/issue-catalogue.ts";
import { listInWords } from "../../../domain/list-words.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { type Track, trackWords } from "../../../domain/track.ts";
import { unacknowledgedOf } from "../../../store/acknowledgements.ts";
import { countBarred } from "../../../store/available-records.ts";
import { existingFacts } from "../../../store/existing-facts.ts";
import { holdFamilies } from "../../../store/family-places.ts";
import { fingerprintChunk } from "../../../store/fingerprint-chunk.ts";
import { lockChunk, longTransaction } from "../../../store/lock-chunk.ts";
import { lockFile } from "../../../store/lock-file.ts";
import { transition } from "../../../store/transition.ts";

const waitMs = 2_000;

/** Hands a draft to a second person, with the fingerprint of what it is at this moment. */
export async function submitChunk(ctx: SignedInContext, chunkId: string): Promise<Outcome<Record<never, never>>> {
  return ctx.db.$transaction(async (tx): Promise<Outcome<Record<never, never>>> => {
    const chunk = await lockChunk(tx, chunkId);
    if (!chunk) return refused("not_found", "There is no such chunk.");
    if (chunk.status === "submitted") return done({});
    if (chunk.status !== "draft")
      return refused("not_now", `This chunk is ${chunk.status}; only a draft can be submitted.`);
    const checking = await tx.sourceFile.findFirst({
      where: { migrationId: chunk.migrationId, status: "parsed", checkingVersion: { not: null } },
      select: { name: true },
    });
    if (checking) {
      return refused(
        "not_now",
        `${checking.name} is still being checked with its new mapping. Submit when that is done.`,
      );
    }
    // A correction that is being stored right now is either seen below, or sees that its clients are held.
    const files = await tx.sourceFile.findMany({
      where: { migrationId: chunk.migrationId, status: "parsed" },
      select: { id: true, name: true },
      orderBy: { id: "asc" },
    });
    for (const { id, name } of files)
      if (!(await lockFile(tx, id, waitMs)))
        return refused(
          "not_now",
          `Clients of ${name} are being checked or corrected at this moment. Submit again in a moment.`,
        );
    // Else a client could leave with what somebody has corrected already: what is submitted is not checked again.
    const fixing = await tx.fix.findFirst({
      where: { migrationId: chunk.migrationId, rechecked: { lt: tx.fix.fields.records } },
      select: { records: true, rechecked: true },
    });
    if (fixing) {
      return refused(
        "not_now",
        `Corrected clients are still being checked again: ${fixing.rechecked.toLocaleString("en-GB")} of ${fixing.records.toLocaleString("en-GB")}. Submit when that is done.`,
      );
    }
    await holdFamilies(tx, chunkId);
    const { fingerprint, membersDigest, ready } = await fingerprintChunk(tx, chunkId);
    if (ready !== chunk.clientCount) {
      const gone = chunk.clientCount - ready;
      return refused(
        "not_met",
        `${gone} of its ${chunk.clientCount} clients are not ready any more. Discard this chunk and draft it again.`,
      );
    }
    const existing = existingProblemOf(await existingFacts(tx, chunk, ctx.env.CAUSEWAY_SECRET));
    if (existing) return refused("not_met", existing);
    const { track } = chunkSettingsSchema.parse(chunk.settings);
    const barred = await countBarred(tx, chunk, track);
    if (barred > 0) return refused("not_met", barredSentence(barred, chunk.clientCount, track));
    const unacknowledged = await unacknowledgedOf(tx, chunkId);
    if (unacknowledged.length > 0) return refused("not_met", warningsSentence(unacknowledged));
    const set = {
      fingerprint,
      membersDigest,
      submittedById: ctx.operator.id,
      submittedAt: ctx.clock.now(),
      refusalReason: null,
      approvedById: null,
      approvedAt: null,
      approvedFingerprint: null,
      approvalComment: null,
      approvalExpiresAt: null,
    };
    await transition(tx, chunkMachine, {
      id: chunkId,
      from: "draft",
      to: "submitted",
      byId: ctx.operator.id,
      because: "handed to a second person",
      set,
    });
    return done({});
  }, longTransaction);
}

const barredSentence = (barred: number, clients: number, track: Track): string =>
  `${barred.toLocaleString("en-GB")} of its ${clients.toLocaleString("en-GB")} clients ${barred === 1 ? "is" : "are"} not ready for ${trackWords[track].label.toLowerCase()}: the review says what is missing. Complete their data, choose another track in the plan, or discard this chunk and draft it again.`;

function warningsSentence(causes: readonly { code: string; clients: number }[]): string {
  const words = causes.map(
    ({ code, clients }) =>
      `“${issueCatalogue[code as IssueCode]?.title ?? code}” (${clients.toLocaleString("en-GB")} ${clients === 1 ? "record" : "records"})`,
  );
  return `Nobody has acknowledged these warnings yet: ${listInWords(words)}. Look at them in the review and acknowledge them with a reason, correct the clients, or leave them out.`;
}

/** The maker takes it back before it is approved. */
export async function takeBackChunk(ctx: SignedInContext, chunkId: string): Promise<Outcome<Record<never, never>>> {
  const moved = await transition(ctx.db, chunkMachine, {
    id: chunkId,
    from: "submitted",
    to: "draft",
    byId: ctx.operator.id,
    because: "taken back by its maker",
  });
  if (moved) return done({});
  const chunk = await ctx.db.chunk.findUnique({ where: { id: chunkId }, select: { status: true } });
  if (!chunk) return refused("not_found", "There is no such chunk.");
  return chunk.status === "draft"
    ? done({})
    : refused("not_now", `This chunk is ${chunk.status}; only a submitted chunk can be taken back.`);
}

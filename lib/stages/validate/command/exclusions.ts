import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type {
  excludeRecords as excludeContract,
  includeRecords as includeContract,
  undoExclusion as undoContract,
} from "../../../contracts/issues.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import type { Tx } from "../../../store/client.ts";
import { excludeNow, idsOfExclusion, includeNow, standingOfMany } from "../../../store/exclude-records.ts";
import { executeOn } from "../../../store/execute.ts";
import { judgeRecords } from "../../../store/move-readiness.ts";
import { recordIdsOfCause } from "../../../store/record-ids-of-cause.ts";
import { refreshDocumentsOf } from "../../../store/refresh-documents.ts";
import { refreshDuplicates } from "../../../store/refresh-duplicates.ts";
import { refreshLinksOf } from "../../../store/refresh-links.ts";

const longMs = { timeout: 600_000, maxWait: 10_000 };

/** Leaves records out, with a reason; they stay counted. Their doubles and families are judged again. What is excluded already stays so. */
export async function excludeRecords(
  ctx: SignedInContext,
  migrationId: string,
  body: BodyOf<typeof excludeContract>,
): Promise<Outcome<ReplyOf<typeof excludeContract>>> {
  if (!body.recordIds && !body.cause)
    return refused("invalid_input", "Say which clients: chosen ones, or those of a cause.");
  return ctx.db.$transaction(async (tx): Promise<Outcome<{ excluded: number; held: number }>> => {
    const ids = body.cause
      ? await recordIdsOfCause(tx, migrationId, body.cause, body.recordIds)
      : (body.recordIds ?? []);
    const ofMany = await standingOfMany(tx, migrationId, ids);
    const excludedIds = await excludeAndJudge(ctx, tx, { migrationId, ids, reason: body.reason });
    if (excludedIds.length === 0 && ofMany.held > 0) return refused("not_now", heldSentence(ofMany.held, "left out"));
    if (excludedIds.length === 0 && ofMany.unchecked > 0)
      return refused("not_now", "These clients are being checked. Leave them out when the check has ended.");
    if (excludedIds.length === 0 && ofMany.known === 0)
      return refused("not_found", "None of these clients is in this migration.");
    return done({ excluded: excludedIds.length, held: ofMany.held });
  }, longMs);
}

/** Takes excluded records back in; they are judged by what is known of them, and so are their doubles and families. */
export async function includeRecords(
  ctx: SignedInContext,
  migrationId: string,
  body: BodyOf<typeof includeContract>,
): Promise<Outcome<ReplyOf<typeof includeContract>>> {
  return ctx.db.$transaction(async (tx): Promise<Outcome<{ included: number }>> => {
    const { known } = await standingOfMany(tx, migrationId, body.recordIds);
    if (known === 0) return refused("not_found", "None of these clients is in this migration.");
    return done({ included: await includeAndJudge(ctx, tx, migrationId, body.recordIds) });
  }, longMs);
}

/** Takes back in, as a whole, what is still left out by one act. A second time changes nothing. */
export async function undoExclusion(
  ctx: SignedInContext,
  exclusionId: string,
): Promise<Outcome<ReplyOf<typeof undoContract>>> {
  return ctx.db.$transaction(async (tx): Promise<Outcome<{ included: number }>> => {
    await tx.$queryRaw`select 1 from "Exclusion" where id = ${exclusionId}::uuid for update`;
    const exclusion = await tx.exclusion.findUnique({ where: { id: exclusionId } });
    if (!exclusion) return refused("not_found", "There is no such exclusion.");
    if (exclusion.undoneAt !== null) return done({ included: 0 });
    const { migrationId } = exclusion;
    const included = await includeAndJudge(ctx, tx, migrationId, await idsOfExclusion(tx, migrationId, exclusionId));
    const undone = { undoneAt: ctx.clock.now(), undoneById: ctx.operator.id };
    await tx.exclusion.update({ where: { id: exclusionId }, data: undone });
    return done({ included });
  }, longMs);
}

/** In the caller's transaction. @returns the ids of those that were left out now */
export async function excludeAndJudge(
  ctx: SignedInContext,
  tx: Tx,
  { migrationId, ids, reason }: { migrationId: string; ids: readonly string[]; reason: string },
): Promise<string[]> {
  const excludedIds = await excludeNow(tx, { migrationId, ids, reason, byId: ctx.operator.id, at: ctx.clock.now() });
  if (excludedIds.length > 0) {
    await refreshDuplicates(executeOn(tx), migrationId, excludedIds);
    await refreshLinksOf(executeOn(tx), migrationId, excludedIds);
    await refreshDocumentsOf(executeOn(tx), migrationId, excludedIds);
  }
  return excludedIds;
}

/** In the caller's transaction. @returns how many were taken back in now */
export async function includeAndJudge(
  ctx: SignedInContext,
  tx: Tx,
  migrationId: string,
  among: readonly string[],
): Promise<number> {
  const ids = await includeNow(tx, { migrationId, ids: among, byId: ctx.operator.id });
  if (ids.length === 0) return 0;
  const execute = executeOn(tx);
  await refreshDuplicates(execute, migrationId, ids);
  await refreshLinksOf(execute, migrationId, ids);
  await refreshDocumentsOf(execute, migrationId, ids);
  await judgeRecords(execute, "select unnest($1::uuid[])", { takenBack: true, values: [[...ids]] });
  return ids.length;
}

const heldSentence = (n: number, what: string) =>
  `${n === 1 ? "This client is" : `These ${n.toLocaleString("en-GB")} clients are`} in a chunk that was submitted, so ${n === 1 ? "it" : "they"} cannot be ${what} any more. Take the chunk back first.`;

import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { fixCause as fixContract, undoFix as undoContract } from "../../../contracts/fixes.ts";
import { beingChecked } from "../../../domain/fixable.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { countHeldOfFix, fixableOfCause } from "../../../store/fixable.ts";
import { lockFile } from "../../../store/lock-file.ts";
import { beginFix, callWorker } from "./begin-fix.ts";
import { recheckedAtOnce, recheckNext } from "./recheck-fix.ts";
import { orRefused } from "./rolled-back.ts";

const waitMs = 2_000;
const limits = { timeout: 60_000, maxWait: 10_000 };

/** Says what one field is for all clients of a cause, or for those with one value. A few are checked again at once, many by a worker. */
export async function fixCause(
  ctx: SignedInContext,
  migrationId: string,
  { cause, value, field, text, reason }: BodyOf<typeof fixContract>,
): Promise<Outcome<ReplyOf<typeof fixContract>>> {
  const outcome = await orRefused(
    ctx.db.$transaction(async (tx): Promise<Outcome<ReplyOf<typeof fixContract>>> => {
      const { fileId } = cause;
      if ((await tx.sourceFile.count({ where: { id: fileId, migrationId } })) === 0)
        return refused("not_found", "There is no such file in this migration.");
      if (!(await lockFile(tx, fileId, waitMs))) return refused("not_now", beingChecked);
      const file = await tx.sourceFile.findUniqueOrThrow({ where: { id: fileId } });
      if (file.checkingVersion !== null) return refused("not_now", beingChecked);
      const { ids, held } = await fixableOfCause(tx, migrationId, cause, value);
      if (ids.length === 0)
        return held > 0
          ? refused(
              "not_now",
              "A submitted chunk holds all of them, and they stay as its approver saw them. Take the chunk back first.",
            )
          : refused("not_found", "Nobody has this problem any more.");
      const begun = await beginFix(ctx, tx, { file, ids, field, text, reason });
      return begun.ok ? done({ ...begun.value, records: ids.length, held }) : begun;
    }, limits),
  );
  if (outcome.ok && !outcome.value.isDone) await callWorker(ctx, outcome.value.fixId, false);
  return outcome;
}

/** Takes a fix back; its records are checked again without it. A second time changes nothing. */
export async function undoFix(ctx: SignedInContext, fixId: string): Promise<Outcome<ReplyOf<typeof undoContract>>> {
  const outcome = await ctx.db.$transaction(async (tx): Promise<Outcome<ReplyOf<typeof undoContract>>> => {
    const known = await tx.fix.findUnique({ where: { id: fixId } });
    if (!known) return refused("not_found", "There is no such correction.");
    if (!(await lockFile(tx, known.fileId, waitMs))) return refused("not_now", beingChecked);
    const file = await tx.sourceFile.findUniqueOrThrow({ where: { id: known.fileId } });
    if (file.checkingVersion !== null) return refused("not_now", beingChecked);
    const fix = await tx.fix.findUniqueOrThrow({ where: { id: fixId } });
    const { records } = fix;
    if (fix.undoneAt !== null) return done({ records, isDone: fix.rechecked >= records });
    const held = await countHeldOfFix(tx, fixId);
    if (held > 0)
      return refused(
        "not_now",
        `${held === 1 ? "One of its clients is" : `${held.toLocaleString("en-GB")} of its clients are`} in a submitted chunk, and stay as the approver saw them. Take the chunk back first.`,
      );
    const undone = await tx.fix.update({
      where: { id: fixId },
      data: { undoneAt: ctx.clock.now(), undoneById: ctx.operator.id, rechecked: 0 },
    });
    const isDone = records <= recheckedAtOnce;
    if (isDone) await recheckNext(ctx, tx, { fix: undone, file });
    return done({ records, isDone });
  }, limits);
  if (outcome.ok && !outcome.value.isDone) await callWorker(ctx, fixId, true);
  return outcome;
}

import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { fixCause as fixContract, undoFix as undoContract } from "../../../contracts/fixes.ts";
import { beingChecked, fixableFieldsOf } from "../../../domain/fixable.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { keepFix } from "../../../store/corrections.ts";
import { countHeldOfFix, fixableOfCause, kindsOf } from "../../../store/fixable.ts";
import { lockFile } from "../../../store/lock-file.ts";
import { unreadBecause } from "../unread-because.ts";
import { recheckedAtOnce, recheckNext } from "./recheck-fix.ts";
import { recheckRecords } from "./recheck-records.ts";
import { orRefused, RolledBack } from "./rolled-back.ts";

const waitMs = 2_000;
const limits = { timeout: 60_000, maxWait: 10_000 };

/** Says what one field is for all clients of a cause, or for those with one value. A few are checked again at once, many by a worker. */
export async function fixCause(
  ctx: SignedInContext,
  migrationId: string,
  { cause, value, field: key, text, reason }: BodyOf<typeof fixContract>,
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
      const [first] = ids;
      if (first === undefined)
        return held > 0
          ? refused(
              "not_now",
              "A submitted chunk holds all of them, and they stay as its approver saw them. Take the chunk back first.",
            )
          : refused("not_found", "Nobody has this problem any more.");
      const kinds = await kindsOf(tx, ids);
      const fields = kinds.map(({ role, entityType }) =>
        fixableFieldsOf(role, entityType).find((each) => each.key === key),
      );
      const [field] = fields;
      if (!field || fields.includes(undefined))
        return refused("invalid_input", `“${key}” is no field of all these records. Choose another field.`);
      const fix = { migrationId, fileId, reason, byId: ctx.operator.id, recordIds: ids, texts: { [key]: text } };
      const fixId = await keepFix(tx, fix);
      const became = (await recheckRecords(ctx, tx, file, [first])).get(first);
      const sentence = became && unreadBecause(became, field, text);
      if (sentence) throw new RolledBack({ kind: "invalid_input", sentence, fields: { text: sentence } });
      const isDone = ids.length <= recheckedAtOnce;
      if (isDone) await recheckNext(ctx, tx, { fix: await tx.fix.findUniqueOrThrow({ where: { id: fixId } }), file });
      return done({ fixId, records: ids.length, held, isDone });
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

/** The row says what is left to do; a worker finds it also when the queue is down. */
export async function callWorker(ctx: SignedInContext, fixId: string, isUndone: boolean): Promise<void> {
  await ctx.queue
    .dispatch("recheck_fix", { fixId, isUndone })
    .catch(() => ctx.log.warn("the queue is down; a worker will find the correction by its row", { fixId }));
}

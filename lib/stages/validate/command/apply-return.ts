import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { applyReturn as applyContract, putReturnAway as awayContract } from "../../../contracts/returns.ts";
import { beingChecked } from "../../../domain/fixable.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { keepCellFix } from "../../../store/corrections.ts";
import { lockFile } from "../../../store/lock-file.ts";
import { compareReturn } from "../query/compare-return.ts";
import { readAnew } from "../query/preview-return.ts";
import { callWorker } from "./begin-fix.ts";
import { recheckedAtOnce, recheckNext } from "./recheck-fix.ts";

const waitMs = 2_000;
const limits = { timeout: 600_000, maxWait: 10_000 };

/**
 * Makes the changed cells of a return corrections. It is compared once more while nobody else can change the file: where something else would
 * come of it than the person saw, they are told, and nothing is changed. A second time changes nothing.
 */
export async function applyReturn(
  ctx: SignedInContext,
  returnId: string,
  { seen, reason }: BodyOf<typeof applyContract>,
): Promise<Outcome<ReplyOf<typeof applyContract>>> {
  const outcome = await ctx.db.$transaction(async (tx): Promise<Outcome<ReplyOf<typeof applyContract>>> => {
    const known = await tx.return.findUnique({ where: { id: returnId } });
    if (!known)
      return refused("not_found", "There is no such returned file. It may have been put away; return it again.");
    if (!(await lockFile(tx, known.fileId, waitMs))) return refused("not_now", beingChecked);
    const file = await tx.sourceFile.findUniqueOrThrow({ where: { id: known.fileId } });
    // Read again: somebody may have applied it while we waited.
    const returned = await tx.return.findUnique({ where: { id: returnId } });
    if (!returned) return refused("not_found", "This returned file was put away; return it again.");
    if (returned.fixId !== null) {
      const fix = await tx.fix.findUniqueOrThrow({ where: { id: returned.fixId } });
      return done({ fixId: fix.id, cells: fix.cells, rows: fix.records, isDone: fix.rechecked >= fix.records });
    }
    if (file.checkingVersion !== null) return refused("not_now", beingChecked);
    const compared = await compareReturn(tx, returned, file);
    if (!compared) return refused("not_now", readAnew);
    if (compared.seen !== seen)
      return refused(
        "changed_meanwhile",
        "Somebody else changed some of these cells, or their clients, since you looked. See what would change now, then apply it.",
      );
    const cells = compared.cells.flatMap(({ verdict, rowNumber, column, becomes }) =>
      verdict === "changed" ? [{ rowNumber, column, text: becomes }] : [],
    );
    if (cells.length === 0) return refused("not_met", "Nothing in this file is to be corrected.");
    const { migrationId, fileId } = returned;
    const { fixId, rows } = await keepCellFix(tx, { migrationId, fileId, reason, byId: ctx.operator.id, cells });
    await tx.return.update({ where: { id: returnId }, data: { fixId } });
    await tx.sourceBlock.deleteMany({ where: { fileId: returnId } });
    const isDone = rows <= recheckedAtOnce;
    if (isDone) await recheckNext(ctx, tx, { fix: await tx.fix.findUniqueOrThrow({ where: { id: fixId } }), file });
    return done({ fixId, cells: cells.length, rows, isDone });
  }, limits);
  if (outcome.ok && !outcome.value.isDone) await callWorker(ctx, outcome.value.fixId, false);
  return outcome;
}

/** Lets a return go that is not applied, with its rows. A second time changes nothing. */
export async function putReturnAway(
  ctx: SignedInContext,
  returnId: string,
): Promise<Outcome<ReplyOf<typeof awayContract>>> {
  return ctx.db.$transaction(async (tx): Promise<Outcome<ReplyOf<typeof awayContract>>> => {
    const { count } = await tx.return.deleteMany({ where: { id: returnId, fixId: null } });
    if (count > 0) await tx.sourceBlock.deleteMany({ where: { fileId: returnId } });
    return done({});
  });
}

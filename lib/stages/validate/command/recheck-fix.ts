import type { Context } from "../../../context.ts";
import { analyzeRecords } from "../../../store/analyze-records.ts";
import type { Tx } from "../../../store/client.ts";
import { recordsOfFix, rowsOfFix } from "../../../store/corrections.ts";
import type { Fix, SourceFile } from "../../../store/generated/client.ts";
import { lockFile } from "../../../store/lock-file.ts";
import { loosenRecords, manyRows } from "../../../store/loosen-records.ts";
import { onConnection } from "../../../store/on-connection.ts";
import { recheckRecords } from "./recheck-records.ts";
import { recheckRows } from "./recheck-rows.ts";

/** What a person waits for while the page is open. */
export const recheckedAtOnce = 500;
/** What compares records is looked at once in each: seldom enough to cost little, and nobody waits long for the file. */
const perTransaction = 4_000;
const waitMs = 60_000;
const limits = { timeout: 600_000, maxWait: 10_000 };

/**
 * Checks the records of a fix again that have not been since it was made or undone, some at a time. May be repeated and cut off anywhere: the
 * row counts how far it is. A file that is being checked whole takes all corrections itself; then the count alone follows.
 */
export async function recheckFix(ctx: Context, fixId: string): Promise<void> {
  const fix = await ctx.db.fix.findUnique({ where: { id: fixId } });
  const left = fix ? fix.records - fix.rechecked : 0;
  if (left >= manyRows) await onConnection(ctx.pool, loosenRecords);
  for (let isMore = true; isMore; ) isMore = await ctx.db.$transaction((tx) => recheckSome(ctx, tx, fixId), limits);
  if (left >= manyRows) await onConnection(ctx.pool, analyzeRecords);
}

/** @returns false when nothing is left to do */
async function recheckSome(ctx: Context, tx: Tx, fixId: string): Promise<boolean> {
  const known = await tx.fix.findUnique({ where: { id: fixId } });
  if (!known || known.rechecked >= known.records) return false;
  if (!(await lockFile(tx, known.fileId, waitMs)))
    throw new Error("The file is still being checked; tried again later.");
  const fix = await tx.fix.findUniqueOrThrow({ where: { id: fixId } });
  const file = await tx.sourceFile.findUniqueOrThrow({ where: { id: fix.fileId } });
  return recheckNext(ctx, tx, { fix, file });
}

/** Checks the next records of a fix again, in the transaction that holds its file. */
export async function recheckNext(
  ctx: Context,
  tx: Tx,
  { fix, file }: { fix: Fix; file: SourceFile },
): Promise<boolean> {
  const count = await (fix.cells > 0 ? recheckNextRows : recheckNextRecords)(ctx, tx, { fix, file });
  // A file that was read anew has lost its corrections, and the fix its records.
  const rechecked = count === 0 ? fix.records : fix.rechecked + count;
  await tx.fix.update({ where: { id: fix.id }, data: { rechecked } });
  return rechecked < fix.records;
}

async function recheckNextRecords(
  ctx: Context,
  tx: Tx,
  { fix, file }: { fix: Fix; file: SourceFile },
): Promise<number> {
  const ids = await recordsOfFix(tx, fix.id, fix.rechecked, perTransaction);
  if (file.checkingVersion === null) await recheckRecords(ctx, tx, file, ids);
  return ids.length;
}

/** A cell may make other records of its row than there were. */
async function recheckNextRows(ctx: Context, tx: Tx, { fix, file }: { fix: Fix; file: SourceFile }): Promise<number> {
  const rowNumbers = await rowsOfFix(tx, fix.id, fix.rechecked, perTransaction);
  if (file.checkingVersion === null) await recheckRows(ctx, tx, file, rowNumbers);
  return rowNumbers.length;
}

import type { Context } from "../../../context.ts";
import type { Tx } from "../../../store/client.ts";
import type { SourceFile } from "../../../store/generated/client.ts";
import type { ReplacedRecord } from "../../../store/replace-records.ts";
import { replaceRows } from "../../../store/replace-rows.ts";
import { sourceRowsAt } from "../../../store/source-rows.ts";
import { writtenIssues, writtenRecord } from "./check-blocks.ts";
import { checkerOfRows } from "./checker-of-rows.ts";

/**
 * Checks some rows of a file again, with what a person corrected: their records, those they make now for the first time, and those they make
 * no more; and the doubles and families of all of them. The same as a check of the whole file makes of them. In the caller's transaction,
 * which holds the file (lib/store/lock-file.ts).
 */
export async function recheckRows(
  ctx: Context,
  tx: Tx,
  file: SourceFile,
  rowNumbers: readonly number[],
): Promise<void> {
  const version = file.checkedVersion;
  if (version === null || rowNumbers.length === 0) return;
  const check = await checkerOfRows(ctx, tx, { file, version, rowNumbers });
  const rows = await sourceRowsAt(tx, file.id, rowNumbers);
  const made: ReplacedRecord[] = [];
  for (const { rowNumber, cells } of rows.values()) {
    for (const checked of check(rowNumber, cells))
      made.push({ record: writtenRecord(rowNumber, checked), issues: writtenIssues(checked.issues) });
  }
  const target = { id: file.id, number: file.number, migrationId: file.migrationId, version };
  await replaceRows(tx, target, { rowNumbers: [...rows.keys()], made });
}

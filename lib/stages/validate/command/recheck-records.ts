import type { Context } from "../../../context.ts";
import { recordIdOf } from "../../../domain/record-id.ts";
import type { Tx } from "../../../store/client.ts";
import type { SourceFile } from "../../../store/generated/client.ts";
import { type ReplacedRecord, replaceRecords } from "../../../store/replace-records.ts";
import { sourceRowsAt } from "../../../store/source-rows.ts";
import type { CheckedRecord } from "../check-row.ts";
import { writtenIssues, writtenRecord } from "./check-blocks.ts";
import { checkerOfRows } from "./checker-of-rows.ts";

/**
 * Checks some records of a file again, from their rows and with what a person corrected, and their doubles and links with them. The same
 * as a check of the whole file makes of them. In the caller's transaction, which holds the file (lib/store/lock-file.ts).
 * @returns what they became, by id; a record that its row does not make any more is missing
 */
export async function recheckRecords(
  ctx: Context,
  tx: Tx,
  file: SourceFile,
  recordIds: readonly string[],
): Promise<Map<string, CheckedRecord>> {
  const version = file.checkedVersion;
  if (version === null) return new Map();
  const known = await tx.record.findMany({
    where: { id: { in: [...recordIds] }, fileId: file.id },
    select: { id: true, rowNumber: true },
  });
  const rowNumbers = [...new Set(known.map(({ rowNumber }) => rowNumber))];
  const check = await checkerOfRows(ctx, tx, { file, version, rowNumbers });
  const rows = await sourceRowsAt(tx, file.id, rowNumbers);
  const checkedById = new Map<string, CheckedRecord>();
  const replaced: ReplacedRecord[] = [];
  const wanted = new Set(known.map(({ id }) => id));
  for (const { rowNumber, cells } of rows.values()) {
    for (const checked of check(rowNumber, cells)) {
      const id = recordIdOf(file.number, rowNumber, checked.slot);
      if (!wanted.has(id)) continue;
      checkedById.set(id, checked);
      replaced.push({ record: writtenRecord(rowNumber, checked), issues: writtenIssues(checked.issues) });
    }
  }
  const target = { id: file.id, number: file.number, migrationId: file.migrationId, version };
  await replaceRecords(tx, target, replaced);
  return checkedById;
}

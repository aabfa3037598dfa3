import type { Context } from "../../../context.ts";
import { recordIdOf } from "../../../domain/record-id.ts";
import type { Tx } from "../../../store/client.ts";
import type { SourceFile } from "../../../store/generated/client.ts";
import { piecesOf, type ReplacedRecord, replaceRecords } from "../../../store/replace-records.ts";
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
  const target = { id: file.id, number: file.number, migrationId: file.migrationId, version };
  const checkedById = new Map<string, CheckedRecord>();
  await replaceRecords(tx, target, checkPieces(ctx, tx, { file, version, recordIds, checkedById }));
  return checkedById;
}

type Asked = {
  file: SourceFile;
  version: number;
  recordIds: readonly string[];
  checkedById: Map<string, CheckedRecord>;
};

/** Checks some when those before them are written: what waits falls out of the processor's cache. */
async function* checkPieces(
  ctx: Context,
  tx: Tx,
  { file, version, recordIds, checkedById }: Asked,
): AsyncGenerator<ReplacedRecord[]> {
  for (const ids of piecesOf(recordIds)) {
    const known = await tx.$queryRaw<{ id: string; rowNumber: number }[]>`
      select id::text as id, "rowNumber" from "Record" where id = any(${ids}::uuid[]) and "fileId" = ${file.id}::uuid`;
    const rowNumbers = [...new Set(known.map(({ rowNumber }) => rowNumber))];
    const check = await checkerOfRows(ctx, tx, { file, version, rowNumbers });
    const rows = await sourceRowsAt(tx, file.id, rowNumbers);
    const wanted = new Set(known.map(({ id }) => id));
    const piece: ReplacedRecord[] = [];
    for (const { rowNumber, cells } of rows.values()) {
      for (const checked of check(rowNumber, cells)) {
        const id = recordIdOf(file.number, rowNumber, checked.slot);
        if (!wanted.has(id)) continue;
        checkedById.set(id, checked);
        piece.push({ record: writtenRecord(rowNumber, checked), issues: writtenIssues(checked.issues) });
      }
    }
    yield piece;
  }
}

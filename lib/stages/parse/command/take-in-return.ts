import type { SignedInContext } from "../../../context.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { idColumnOf, readRowId, sheetHeaders } from "../../../domain/row-id.ts";
import type { FormChoice } from "../../../domain/source-form.ts";
import type { ProblemSheet } from "../../../store/generated/client.ts";
import { deleteRowsOf, loadRows } from "../../../store/load-rows.ts";
import { onConnection } from "../../../store/on-connection.ts";
import { uuidMaker } from "../../../store/uuid-v7.ts";
import { previewTable, readTable } from "../read-table.ts";

import { type StoredBytes, storedFile } from "../stored-bytes.ts";
import { Unreadable } from "../unreadable.ts";

export type ReturnedFile = {
  migrationId: string;
  /** As the header x-file-name says it: URI-encoded. */
  encodedName: string | null;
  declaredSha256: string | null;
  declaredBytes: number | null;
  stream: AsyncIterable<Uint8Array> | null;
};

/**
 * Reads a corrected problem sheet and keeps its rows beside those of its file, to be compared with them. Nothing is corrected yet. The bytes
 * themselves are not kept: what changed is all that is wanted of them.
 */
export async function takeInReturn(ctx: SignedInContext, file: ReturnedFile): Promise<Outcome<{ returnId: string }>> {
  const { migrationId } = file;
  const migration = await ctx.db.migration.findUnique({ where: { id: migrationId } });
  if (!migration) return refused("not_found", "There is no such migration.");
  const max = ctx.env.UPLOAD_MAX_BYTES;
  if (file.stream === null || file.declaredBytes === 0) return refused("not_met", "The file is empty (0 bytes).");
  const returnId = uuidMaker(ctx.clock.now())();
  const storageKey = `${migrationId}/${returnId}`;
  try {
    const stored = await ctx.files.put(storageKey, upTo(file.stream, max));
    if (stored.sizeBytes === 0) return refused("not_met", "The file is empty (0 bytes).");
    if (stored.sha256 !== file.declaredSha256?.toLowerCase())
      return refused("not_met", "What arrived is not what was sent: the SHA-256 differs. Return the file again.");
    const bytes = storedFile(ctx.files, { storageKey, sizeBytes: BigInt(stored.sizeBytes) });
    return await keep(ctx, { returnId, migrationId, name: nameOf(file.encodedName), bytes });
  } catch (cause) {
    if (cause instanceof TooLarge)
      return refused(
        "not_met",
        `The file is over the limit of ${(max / 1_000_000).toLocaleString("en-GB")} MB. Return it in parts.`,
      );
    if (cause instanceof Unreadable) return refused("invalid_input", cause.message);
    throw cause;
  } finally {
    await ctx.files.remove(storageKey);
  }
}

class TooLarge extends Error {}

async function* upTo(stream: AsyncIterable<Uint8Array>, max: number): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > max) throw new TooLarge();
    yield chunk;
  }
}

function nameOf(encoded: string | null): string {
  try {
    return decodeURIComponent(encoded ?? "").slice(0, 255) || "returned file";
  } catch {
    return "returned file";
  }
}

type Kept = { returnId: string; migrationId: string; name: string; bytes: StoredBytes };

async function keep(
  ctx: SignedInContext,
  { returnId, migrationId, name, bytes }: Kept,
): Promise<Outcome<{ returnId: string }>> {
  const found = await findTable(bytes, name);
  if (!found)
    return refused(
      "invalid_input",
      `There is no column “${sheetHeaders[0]}” in this file, so it cannot be told which rows these are. Return the file that was downloaded under Review, with its first column and its header.`,
    );
  const { choice, idColumn, sheetNumber } = found;
  const sheet =
    sheetNumber === undefined ? null : await ctx.db.problemSheet.findUnique({ where: { number: sheetNumber } });
  const refusal = sheet === null ? unknownSheet : await refusalOf(ctx, sheet, migrationId);
  if (refusal || sheet === null) return refusal ?? unknownSheet;
  await putAwayEarlier(ctx, sheet.fileId);
  return onConnection(ctx.pool, async (client) => {
    const table = await loadRows(client, returnId, (loader) =>
      readTable(bytes, name, choice, { onRow: loader.row, onPiece: () => loader.flush() }),
    );
    await ctx.db.return.create({
      data: {
        id: returnId,
        migrationId,
        fileId: sheet.fileId,
        sheetId: sheet.id,
        name,
        columns: table.columns,
        idColumn,
        byId: ctx.operator.id,
        at: ctx.clock.now(),
      },
    });
    ctx.log.info("a problem sheet was returned", { returnId, fileId: sheet.fileId, rows: table.rowCount });
    return done({ returnId });
  });
}

const unknownSheet = refused(
  "not_found",
  "The row ids of this file are none of a problem sheet of this panel. Download the problems again, and return that file.",
);

async function refusalOf(ctx: SignedInContext, sheet: ProblemSheet, migrationId: string) {
  if (sheet.migrationId !== migrationId)
    return refused("invalid_input", "This file is of another migration. Return it there.");
  const file = await ctx.db.sourceFile.findUnique({ where: { id: sheet.fileId } });
  if (file?.status !== "parsed")
    return refused(
      "not_now",
      `The source file of this problem sheet is ${file?.status ?? "gone"}, so there is nothing to correct in it.`,
    );
  return undefined;
}

/** One person's returns that were looked at and left: their rows are clients' data, and nobody waits for them. */
async function putAwayEarlier(ctx: SignedInContext, fileId: string): Promise<void> {
  const earlier = await ctx.db.return.findMany({
    where: { fileId, byId: ctx.operator.id, fixId: null },
    select: { id: true },
  });
  for (const { id } of earlier) await deleteRowsOf(ctx.pool, id);
  await ctx.db.return.deleteMany({ where: { id: { in: earlier.map(({ id }) => id) }, fixId: null } });
}

type Found = { choice: FormChoice; idColumn: number; sheetNumber: number | undefined };

const rowsLookedAt = 200;

/** The way to read the file by which it has row ids: the header on top, or wherever it is found; any delimiter, any sheet. */
async function findTable(bytes: StoredBytes, name: string): Promise<Found | undefined> {
  const tried: FormChoice[] = [
    { headerLine: 1 },
    {},
    ...[";", "\t", ","].map((delimiter) => ({ headerLine: 1, delimiter })),
  ];
  let first: unknown;
  for (const choice of tried) {
    try {
      const { form, reading, columns, rows } = await previewTable(bytes, name, choice, rowsLookedAt);
      const found = foundIn(columns, rows, choice);
      if (found) return found;
      if (form.format !== "workbook") continue;
      for (const sheet of reading.sheets) {
        const other = { ...choice, sheet: sheet.name };
        const read = await previewTable(bytes, name, other, rowsLookedAt).catch(() => undefined);
        const there = read && foundIn(read.columns, read.rows, other);
        if (there) return there;
      }
      return undefined;
    } catch (cause) {
      first ??= cause;
    }
  }
  if (first !== undefined) throw first;
  return undefined;
}

function foundIn(
  columns: readonly string[],
  rows: readonly { cells: readonly string[] }[],
  choice: FormChoice,
): Found | undefined {
  const idColumn = idColumnOf(
    columns,
    rows.map(({ cells }) => cells),
  );
  if (idColumn === undefined) return undefined;
  const ids = rows.map(({ cells }) => readRowId(cells[idColumn] ?? ""));
  return { choice, idColumn, sheetNumber: ids.find((id) => id !== undefined)?.sheet };
}

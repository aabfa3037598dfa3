import { randomUUID } from "node:crypto";
import type { Context } from "../../context.ts";
import { sourceFileMachine } from "../../domain/source-file.ts";
import { faultWords } from "../../store/fault-words.ts";
import type { SourceFile } from "../../store/generated/client.ts";
import { holdFile } from "../../store/hold-file.ts";
import { deleteRowsOf, loadRows } from "../../store/load-rows.ts";
import { isLostConnection } from "../../store/lost-connection.ts";
import { transition } from "../../store/transition.ts";
import { readTable } from "./read-table.ts";
import { sniff } from "./sniff.ts";
import { Unreadable } from "./unreadable.ts";

const progressEveryMs = 500;

/**
 * Turns the stored bytes of a file into source rows, verbatim. May be repeated and may be cut off anywhere: it begins again from
 * the first byte, and the rows appear all at once or not at all.
 */
export async function parseFile(ctx: Context, { fileId }: { fileId: string }): Promise<void> {
  await holdFile(ctx.pool, fileId, async (client) => {
    const begun = await transition(ctx.db, sourceFileMachine, {
      id: fileId,
      from: ["uploaded", "parsing"],
      to: "parsing",
      byId: null,
      because: "A worker reads the stored bytes.",
    });
    if (!begun) return;
    const file = await ctx.db.sourceFile.findUniqueOrThrow({ where: { id: fileId } });
    try {
      const form = await sniff(ctx.files.get(file.storageKey));
      const table = await loadRows(client, fileId, (write) => readRowsInto(ctx, file, form, write));
      const set = {
        encoding: form.encoding,
        delimiter: form.delimiter,
        rowCount: table.rowCount,
        parsedRows: table.rowCount,
        parsedBytes: Number(file.sizeBytes),
        columns: table.columns,
      };
      await finish(ctx, fileId, set);
    } catch (cause) {
      await giveUp(ctx, fileId, cause);
    }
  });
}

type Write = (row: { rowNumber: number; lineNumber: number; cells: readonly string[] }) => void;

async function readRowsInto(
  ctx: Context,
  file: SourceFile,
  form: Awaited<ReturnType<typeof sniff>>,
  to: { row: Write; flush(): Promise<void> },
) {
  let tellAt = ctx.clock.now().getTime() + progressEveryMs;
  return readTable(ctx.files.get(file.storageKey), form, {
    onRow: to.row,
    async onPiece({ readBytes, rows }) {
      await to.flush();
      const now = ctx.clock.now().getTime();
      if (now < tellAt) return;
      tellAt = now + progressEveryMs;
      const still = await ctx.db.sourceFile.updateMany({
        where: { id: file.id, status: "parsing" },
        data: { parsedBytes: readBytes, parsedRows: rows },
      });
      if (still.count === 0) throw new Withdrawn();
    },
  });
}

class Withdrawn extends Error {}

type Parsed = {
  encoding: string;
  delimiter: string;
  rowCount: number;
  parsedRows: number;
  parsedBytes: number;
  columns: string[];
};

async function finish(ctx: Context, fileId: string, { columns, ...set }: Parsed): Promise<void> {
  const parsed = await ctx.db.$transaction(async (tx) => {
    await tx.sourceFile.update({ where: { id: fileId }, data: { columns } });
    return transition(tx, sourceFileMachine, {
      id: fileId,
      from: "parsing",
      to: "parsed",
      byId: null,
      because: `${set.rowCount} rows are stored verbatim.`,
      set,
    });
  });
  // Taken out of the migration while it was read: its rows go too.
  if (!parsed) await deleteRowsOf(ctx.pool, fileId);
  ctx.log.info("a file was parsed", { fileId, rows: set.rowCount, encoding: set.encoding });
}

async function giveUp(ctx: Context, fileId: string, cause: unknown): Promise<void> {
  if (cause instanceof Withdrawn) return;
  // A database that went away comes back; the job is tried again.
  if (isLostConnection(cause)) throw cause;
  const errorId = randomUUID();
  if (!(cause instanceof Unreadable))
    ctx.log.error("a file could not be parsed because of a fault", { fileId, errorId, cause: faultWords(cause) });
  const unreadableReason =
    cause instanceof Unreadable
      ? cause.message
      : `Reading stopped because of a fault in the panel, not in your file (error ${errorId}). Take the file out and upload it again; if it happens twice, hand the error id to your administrator.`;
  await transition(ctx.db, sourceFileMachine, {
    id: fileId,
    from: "parsing",
    to: "unreadable",
    byId: null,
    because: unreadableReason,
    set: { unreadableReason },
  });
}

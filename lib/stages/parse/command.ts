import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Context, SignedInContext } from "../../context.ts";
import type { FullColumnStatistics } from "../../domain/column-statistics.ts";
import { faultWords } from "../../domain/fault-words.ts";
import { done, type Outcome, refused } from "../../domain/refusal.ts";
import { sourceFileMachine } from "../../domain/source-file.ts";
import { type FormChoice, formChoiceSchema, type SourceForm, type SourceReading } from "../../domain/source-form.ts";
import { StorageAway } from "../../domain/storage-away.ts";
import { chunksHoldingFile } from "../../store/chunks-holding-file.ts";
import { keepColumnStatistics } from "../../store/column-statistics.ts";
import { type ColumnWatch, openColumnWatch } from "../../store/column-watch.ts";
import { deleteFileContents } from "../../store/delete-file-contents.ts";
import type { SourceFile } from "../../store/generated/client.ts";
import { holdFile } from "../../store/hold-file.ts";
import { deleteRowsOf, loadRows, type RowLoader } from "../../store/load-rows.ts";
import { isLostConnection } from "../../store/lost-connection.ts";
import { transition } from "../../store/transition.ts";
import { readTable } from "./read-table.ts";
import { storedFile } from "./stored-bytes.ts";
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
      set: { parsingSince: ctx.clock.now(), unreadableReason: null },
    });
    if (!begun) return;
    const file = await ctx.db.sourceFile.findUniqueOrThrow({ where: { id: fileId } });
    const watch = openColumnWatch(Number(file.sizeBytes));
    try {
      const table = await loadRows(client, fileId, (to) => readRowsInto(ctx, file, to, watch), watch.see);
      const set = {
        encoding: table.form.encoding,
        delimiter: table.form.delimiter === "" ? null : table.form.delimiter,
        rowCount: table.rowCount,
        parsedRows: table.rowCount,
        parsedBytes: Number(file.sizeBytes),
        columns: table.columns,
      };
      await finish(
        ctx,
        file,
        set,
        { form: table.form, reading: table.reading },
        await watch.found(table.columns.length),
      );
    } catch (cause) {
      await giveUp(ctx, fileId, cause);
    } finally {
      await watch.close();
    }
  });
}

async function readRowsInto(ctx: Context, file: SourceFile, to: RowLoader, watch: ColumnWatch) {
  let tellAt = ctx.clock.now().getTime() + progressEveryMs;
  const choice = formChoiceSchema.parse(file.formChoice ?? {});
  return readTable(storedFile(ctx.files, file), file.name, choice, {
    onRow: to.row,
    async onPiece({ readBytes, rows }) {
      await to.flush();
      await watch.flush();
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
  delimiter: string | null;
  rowCount: number;
  parsedRows: number;
  parsedBytes: number;
  columns: string[];
};

async function finish(
  ctx: Context,
  file: SourceFile,
  { columns, ...set }: Parsed,
  found: { form: SourceForm; reading: SourceReading },
  statistics: readonly FullColumnStatistics[],
): Promise<void> {
  const fileId = file.id;
  const { parsed, version } = await ctx.db.$transaction(async (tx) => {
    const mapping = await tx.mapping.findFirst({ where: { fileId }, orderBy: { version: "desc" } });
    const isKept = mapping !== null && isDeepStrictEqual(file.columns, columns);
    // A mapping speaks of columns by their place: other columns, and it would say something nobody chose.
    if (mapping !== null && !isKept) await tx.mapping.deleteMany({ where: { fileId } });
    const version = isKept && file.checkedVersion === null ? mapping.version : null;
    await tx.sourceFile.update({
      where: { id: fileId },
      data: { columns, ...found, ...(version !== null && { checkingVersion: version, checkedRows: 0 }) },
    });
    const parsed = await transition(tx, sourceFileMachine, {
      id: fileId,
      from: "parsing",
      to: "parsed",
      byId: null,
      because: `${set.rowCount} rows are stored verbatim.${mapping !== null && !isKept ? " The columns are others than before, so the mapping of the earlier reading was dropped." : ""}`,
      set,
    });
    if (parsed) await keepColumnStatistics(tx, fileId, statistics);
    return { parsed, version };
  }, keepingTakesMs);
  // Taken out of the migration while it was read: its rows go too.
  if (!parsed) await deleteRowsOf(ctx.pool, fileId);
  else if (version !== null)
    await ctx.queue
      .dispatch("check_file", { fileId, version })
      .catch(() => ctx.log.warn("the queue is down; a worker will find the file by its row", { fileId, version }));
  ctx.log.info("a file was parsed", { fileId, rows: set.rowCount, encoding: set.encoding });
}

/** The counts of a wide file are some megabytes. */
const keepingTakesMs = { timeout: 60_000, maxWait: 10_000 };

/** Reads the stored bytes once more, in the form a person chose; what was made of the earlier reading goes. The same choice again does nothing. */
export async function readAgain(
  ctx: SignedInContext,
  fileId: string,
  choice: FormChoice,
): Promise<Outcome<Record<string, never>>> {
  const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId } });
  if (!file) return refused("not_found", "There is no such file.");
  if (file.formChoice !== null && isDeepStrictEqual(formChoiceSchema.parse(file.formChoice), choice)) return done({});
  if (file.status !== "parsed" && file.status !== "unreadable")
    return refused("not_now", `The file is ${file.status}; its form can be changed once it was read.`);
  const outcome = await ctx.db.$transaction(
    async (tx): Promise<Outcome<Record<string, never>>> => {
      const holding = await chunksHoldingFile(tx, fileId, "any chunk");
      if (holding.length > 0) return refused("not_now", heldRefusal(holding));
      const moved = await transition(tx, sourceFileMachine, {
        id: fileId,
        from: ["parsed", "unreadable"],
        to: "uploaded",
        byId: ctx.operator.id,
        because: `${ctx.operator.name} chose how ${file.name} is to be read.`,
        set: {
          rowCount: null,
          parsedRows: 0,
          parsedBytes: 0,
          checkedVersion: null,
          checkingVersion: null,
          checkedRows: 0,
        },
      });
      if (!moved) return refused("changed_meanwhile", "The file changed at the same moment. Look again.");
      await tx.sourceFile.update({ where: { id: fileId }, data: { formChoice: choice, checkFailure: null } });
      await deleteFileContents(tx, file);
      return done({});
    },
    { timeout: 600_000, maxWait: 10_000 },
  );
  if (outcome.ok)
    await ctx.queue
      .dispatch("parse_file", { fileId })
      .catch(() => ctx.log.warn("the queue is down; a worker will find the file by its row", { fileId }));
  return outcome;
}

function heldRefusal(holding: readonly { number: number; status: string }[]): string {
  const past = holding.filter((chunk) => chunk.status !== "draft");
  const numbers = (past.length > 0 ? past : holding).map((chunk) => chunk.number).join(", ");
  return past.length > 0
    ? `Clients of this file are in chunk ${numbers}, which is no longer a draft. The file stays as it was read, so that what was sent can be traced; upload it once more to read it otherwise.`
    : `Clients of this file are in the draft of chunk ${numbers}. Discard the draft first, then read the file again.`;
}

async function giveUp(ctx: Context, fileId: string, cause: unknown): Promise<void> {
  if (cause instanceof Withdrawn) return;
  // A database or a storage that went away comes back; the job is tried again.
  if (isLostConnection(cause)) throw cause;
  if (cause instanceof StorageAway) {
    await ctx.db.sourceFile.updateMany({
      where: { id: fileId, status: "parsing" },
      data: { unreadableReason: cause.message },
    });
    throw cause;
  }
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

import type { z } from "zod";
import type { SignedInContext } from "../../context.ts";
import type { QueryOf, ReplyOf } from "../../contracts/contract.ts";
import type {
  fileSchema,
  listFiles as listFilesContract,
  readFile as readFileContract,
  readRows as readRowsContract,
} from "../../contracts/files.ts";
import { done, type Outcome, refused } from "../../domain/refusal.ts";
import { sourceFormSchema, sourceReadingSchema } from "../../domain/source-form.ts";
import type { SourceFile } from "../../store/generated/client.ts";
import { namesOfPeople } from "../../store/names-of-people.ts";
import { sourceRowsAfter } from "../../store/source-rows.ts";
import { repeatSentence } from "./repeat-sentence.ts";

const rowsPerPage = 100;

/** The files of a migration in the order of their arrival; withdrawn ones are not listed. */
export async function listFiles(
  ctx: SignedInContext,
  migrationId: string,
): Promise<Outcome<ReplyOf<typeof listFilesContract>>> {
  if (!(await ctx.db.migration.findUnique({ where: { id: migrationId } })))
    return refused("not_found", "There is no such migration.");
  const files = await ctx.db.sourceFile.findMany({
    where: { migrationId, status: { not: "withdrawn" } },
    orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
  });
  return done({ files: await shown(ctx, files, files), uploadMaxBytes: ctx.env.UPLOAD_MAX_BYTES });
}

export async function readFile(
  ctx: SignedInContext,
  fileId: string,
): Promise<Outcome<ReplyOf<typeof readFileContract>>> {
  const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId } });
  if (!file) return refused("not_found", "There is no such file.");
  const alike = await ctx.db.sourceFile.findMany({
    where: { migrationId: file.migrationId, sha256: file.sha256, status: { not: "withdrawn" } },
    orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
  });
  const [view] = await shown(ctx, [file], alike);
  return view ? done({ ...view, migrationId: file.migrationId }) : refused("not_found", "There is no such file.");
}

/** Rows verbatim, from the one after `after`. */
export async function readRows(
  ctx: SignedInContext,
  fileId: string,
  { after }: QueryOf<typeof readRowsContract>,
): Promise<Outcome<ReplyOf<typeof readRowsContract>>> {
  const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId } });
  if (!file) return refused("not_found", "There is no such file.");
  const rows = await sourceRowsAfter(ctx.db, fileId, after, rowsPerPage);
  return done({ columns: file.columns, rows, rowCount: file.rowCount ?? 0 });
}

/** `among`: files of the same migration, oldest first, to find repeats in. */
async function shown(
  ctx: SignedInContext,
  files: readonly SourceFile[],
  among: readonly SourceFile[],
): Promise<z.infer<typeof fileSchema>[]> {
  const newest = await ctx.db.mapping.groupBy({
    by: ["fileId"],
    where: { fileId: { in: files.map((file) => file.id) } },
    _max: { version: true },
  });
  const versionByFile = new Map(newest.map((group) => [group.fileId, group._max.version]));
  const nameOf = await namesOfPeople(
    ctx.db,
    [...files, ...among].map((file) => file.uploadedById),
  );
  return files.map((file) => {
    const {
      id,
      name,
      kind,
      entityType,
      status,
      sha256,
      encoding,
      delimiter,
      columns,
      rowCount,
      parsedRows,
      unreadableReason,
      checkedVersion,
      checkingVersion,
      checkedRows,
      checkFailure,
    } = file;
    const first = among.find((other) => other.sha256 === sha256);
    return {
      ...{
        id,
        name,
        kind,
        entityType,
        status,
        sha256,
        encoding,
        delimiter,
        columns,
        rowCount,
        parsedRows,
        unreadableReason,
        checkedVersion,
        checkingVersion,
        checkedRows,
        checkFailure,
      },
      ...readingOf(file),
      sizeBytes: Number(file.sizeBytes),
      progress: status === "parsed" ? 1 : Math.min(1, Number(file.parsedBytes) / Math.max(1, Number(file.sizeBytes))),
      uploadedByName: nameOf(file.uploadedById),
      uploadedAt: file.uploadedAt.toISOString(),
      mappingVersion: versionByFile.get(id) ?? null,
      repeatOf:
        first && first.id !== id
          ? repeatSentence({ name: first.name, byName: nameOf(first.uploadedById), at: first.uploadedAt })
          : null,
    };
  });
}

function readingOf({ form, reading, parsingSince }: SourceFile) {
  const found = reading === null ? null : sourceReadingSchema.parse(reading);
  return {
    parsingSince: parsingSince?.toISOString() ?? null,
    format: form === null ? null : sourceFormSchema.parse(form).format,
    doubts: found === null ? 0 : found.doubts.length + found.unusual.length + found.damage.length,
  };
}

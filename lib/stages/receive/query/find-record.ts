import type { Context } from "../../../context.ts";
import { rowCorrector } from "../../../domain/corrected-row.ts";
import { documentTexts } from "../../../domain/document.ts";
import { documentCategoryOf } from "../../../domain/document-words.ts";
import { entitySchema } from "../../../domain/entity.ts";
import { type MappingBody, mappingBodySchema } from "../../../domain/mapping.ts";
import { slotOf } from "../../../domain/record-id.ts";
import type { RecordRole } from "../../../domain/record-role.ts";
import { standingCorrections } from "../../../store/corrections.ts";
import type { Link } from "../../../store/generated/client.ts";
import { namesOfPeople } from "../../../store/names-of-people.ts";
import { sourceRow } from "../../../store/source-rows.ts";
import { type ApartValues, lineageOf, type ShownCorrection } from "../lineage-of.ts";

/** A record with its file, its row and the lineage of its values, unmasked: for this room only. */
export async function findRecord(ctx: Context, recordId: string) {
  const record = await ctx.db.record.findUnique({ where: { id: recordId } });
  if (!record) return null;
  const slot = slotOf(record.id);
  const { role } = record;
  const [file, row, mapping, apart] = await Promise.all([
    ctx.db.sourceFile.findUniqueOrThrow({
      where: { id: record.fileId },
      select: { id: true, number: true, name: true, columns: true },
    }),
    sourceRow(ctx.db, record.fileId, record.rowNumber),
    ctx.db.mapping.findUnique({ where: { fileId_version: { fileId: record.fileId, version: record.mappingVersion } } }),
    apartOf(ctx, record.id, role),
  ]);
  const body = mapping && mappingBodySchema.parse(mapping.body);
  const standing = await standingCorrections(ctx.db, file, { rowNumbers: [record.rowNumber] });
  const { corrections: newest } = rowCorrector(
    standing,
    body ?? noMapping,
    file.columns.length,
  )(record.rowNumber, row?.cells ?? []);
  const said = await correctionsShown(ctx, record.id);
  const corrections = new Map([...said].filter(([field]) => newest?.(slot)?.has(field)));
  const returned = await returnedShown(ctx, record);
  const values = lineageOf(
    entitySchema.parse(JSON.parse(record.data)),
    { columns: file.columns, cells: row?.cells ?? [], mapping: body },
    { slot, role, apart, corrections, returned },
  );
  return { record, fileName: file.name, lineNumber: row?.lineNumber ?? 0, values };
}

async function apartOf({ db }: Context, recordId: string, role: RecordRole): Promise<ApartValues> {
  if (role === "client") return {};
  if (role === "document") {
    const line = await db.manifestLine.findUnique({ where: { recordId } });
    return line ? documentTexts({ ...line, category: documentCategoryOf(line.category ?? "") ?? null }) : {};
  }
  const link = await db.link.findUnique({ where: { recordId } });
  return link ? linkValuesOf(link) : {};
}

const noMapping: MappingBody = { assignments: [], constants: [] };

/** The cells of a row as they were returned, by column, with who returned them and why. */
async function returnedShown(
  ctx: Context,
  { fileId, rowNumber }: { fileId: string; rowNumber: number },
): Promise<Map<number, ShownCorrection>> {
  const kept = await ctx.db.cellCorrection.findMany({ where: { fileId, rowNumber } });
  if (kept.length === 0) return new Map();
  return newestOf(ctx, kept, ({ column, text }) => [column, text]);
}

/** The corrections of a record that stand, with who made them and why. */
async function correctionsShown(ctx: Context, recordId: string): Promise<Map<string, ShownCorrection>> {
  const kept = await ctx.db.correction.findMany({ where: { recordId } });
  return newestOf(ctx, kept, ({ field, text }) => [field, text]);
}

/** Of corrections of the same thing the newest that stands, with who made it and why. */
async function newestOf<T extends { fixId: string }, K>(
  ctx: Context,
  kept: readonly T[],
  said: (each: T) => [key: K, text: string],
): Promise<Map<K, ShownCorrection>> {
  const fixes = await ctx.db.fix.findMany({
    where: { id: { in: kept.map(({ fixId }) => fixId) }, undoneAt: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const nameOf = await namesOfPeople(
    ctx.db,
    fixes.map(({ byId }) => byId),
  );
  const keptByFix = Map.groupBy(kept, ({ fixId }) => fixId);
  return new Map(
    fixes.flatMap(({ id, byId, at, reason }) =>
      (keptByFix.get(id) ?? []).map((each): [K, ShownCorrection] => {
        const [key, text] = said(each);
        return [key, { text, by: nameOf(byId), at: at.toISOString(), reason }];
      }),
    ),
  );
}

const linkValuesOf = (link: Link): ApartValues => ({
  "owner.reference": link.ownerReference ?? "",
  "associate.reference": link.associateReference ?? "",
  "link.role": link.role ?? "",
  "link.percentage": link.percentage === null ? "" : String(link.percentage),
  "link.appointedOn": link.appointedOn ?? "",
  "link.resignedOn": link.resignedOn ?? "",
});

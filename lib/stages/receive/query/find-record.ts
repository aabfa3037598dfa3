import type { Context } from "../../../context.ts";
import { documentTexts } from "../../../domain/document.ts";
import { documentCategoryOf } from "../../../domain/document-words.ts";
import { entitySchema } from "../../../domain/entity.ts";
import { mappingBodySchema } from "../../../domain/mapping.ts";
import { slotOf } from "../../../domain/record-id.ts";
import type { RecordRole } from "../../../domain/record-role.ts";
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
    ctx.db.sourceFile.findUniqueOrThrow({ where: { id: record.fileId }, select: { name: true, columns: true } }),
    sourceRow(ctx.db, record.fileId, record.rowNumber),
    ctx.db.mapping.findUnique({ where: { fileId_version: { fileId: record.fileId, version: record.mappingVersion } } }),
    apartOf(ctx, record.id, role),
  ]);
  const body = mapping && mappingBodySchema.parse(mapping.body);
  const corrections = await correctionsShown(ctx, record.id);
  const values = lineageOf(
    entitySchema.parse(JSON.parse(record.data)),
    { columns: file.columns, cells: row?.cells ?? [], mapping: body },
    { slot, role, apart, corrections },
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

/** The corrections of a record that stand, with who made them and why. */
async function correctionsShown(ctx: Context, recordId: string): Promise<Map<string, ShownCorrection>> {
  const kept = await ctx.db.correction.findMany({ where: { recordId } });
  const fixes = await ctx.db.fix.findMany({
    where: { id: { in: kept.map(({ fixId }) => fixId) }, undoneAt: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const nameOf = await namesOfPeople(
    ctx.db,
    fixes.map(({ byId }) => byId),
  );
  return new Map(
    fixes.flatMap((fix) =>
      kept
        .filter(({ fixId }) => fixId === fix.id)
        .map(({ field, text }) => [
          field,
          { text, by: nameOf(fix.byId), at: fix.at.toISOString(), reason: fix.reason },
        ]),
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

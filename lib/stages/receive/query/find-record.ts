import type { Context } from "../../../context.ts";
import { entitySchema } from "../../../domain/entity.ts";
import { mappingBodySchema } from "../../../domain/mapping.ts";
import { slotOf } from "../../../domain/record-id.ts";
import type { Link } from "../../../store/generated/client.ts";
import { sourceRow } from "../../../store/source-rows.ts";
import { type LinkValues, lineageOf } from "../lineage-of.ts";

/** A record with its file, its row and the lineage of its values, unmasked: for this room only. */
export async function findRecord(ctx: Context, recordId: string) {
  const record = await ctx.db.record.findUnique({ where: { id: recordId } });
  if (!record) return null;
  const slot = slotOf(record.id);
  const { role } = record;
  const [file, row, mapping, link] = await Promise.all([
    ctx.db.sourceFile.findUniqueOrThrow({ where: { id: record.fileId }, select: { name: true, columns: true } }),
    sourceRow(ctx.db, record.fileId, record.rowNumber),
    ctx.db.mapping.findUnique({ where: { fileId_version: { fileId: record.fileId, version: record.mappingVersion } } }),
    role === "client" ? null : ctx.db.link.findUnique({ where: { recordId: record.id } }),
  ]);
  const body = mapping && mappingBodySchema.parse(mapping.body);
  const values = lineageOf(
    entitySchema.parse(JSON.parse(record.data)),
    { columns: file.columns, cells: row?.cells ?? [], mapping: body },
    { slot, role, link: link ? linkValuesOf(link) : {} },
  );
  return { record, fileName: file.name, lineNumber: row?.lineNumber ?? 0, values };
}

const linkValuesOf = (link: Link): LinkValues => ({
  "owner.reference": link.ownerReference ?? "",
  "associate.reference": link.associateReference ?? "",
  "link.role": link.role ?? "",
  "link.percentage": link.percentage === null ? "" : String(link.percentage),
  "link.appointedOn": link.appointedOn ?? "",
  "link.resignedOn": link.resignedOn ?? "",
});

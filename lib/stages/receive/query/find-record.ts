import type { Context } from "../../../context.ts";
import { entitySchema } from "../../../domain/entity.ts";
import { mappingBodySchema } from "../../../domain/mapping.ts";
import { lineageOf } from "../lineage-of.ts";

/** A record with its file, its row and the lineage of its values, unmasked: for this room only. */
export async function findRecord(ctx: Context, recordId: string) {
  const record = await ctx.db.record.findUnique({ where: { id: recordId } });
  if (!record) return null;
  const [file, row, mapping] = await Promise.all([
    ctx.db.sourceFile.findUniqueOrThrow({ where: { id: record.fileId }, select: { name: true, columns: true } }),
    ctx.db.sourceRow.findUnique({
      where: { fileId_rowNumber: { fileId: record.fileId, rowNumber: record.rowNumber } },
    }),
    ctx.db.mapping.findUnique({ where: { fileId_version: { fileId: record.fileId, version: record.mappingVersion } } }),
  ]);
  const values = lineageOf(entitySchema.parse(record.data), {
    columns: file.columns,
    cells: row?.cells ?? [],
    mapping: mapping && mappingBodySchema.parse(mapping.body),
  });
  return { record, fileName: file.name, lineNumber: row?.lineNumber ?? 0, values };
}

import type { Context } from "../../../context.ts";
import { entitySchema } from "../../../domain/entity.ts";
import { mappingBodySchema } from "../../../domain/mapping.ts";
import { lineageOf } from "../lineage-of.ts";

/** A record with its file, its row and the lineage of its values, unmasked: for this room only. */
export async function findRecord(ctx: Context, recordId: string) {
  const record = await ctx.db.record.findUnique({
    where: { id: recordId },
    include: { file: { select: { name: true, columns: true } } },
  });
  if (!record) return null;
  const [row, mapping] = await Promise.all([
    ctx.db.sourceRow.findUnique({
      where: { fileId_rowNumber: { fileId: record.fileId, rowNumber: record.rowNumber } },
    }),
    ctx.db.mapping.findUnique({ where: { fileId_version: { fileId: record.fileId, version: record.mappingVersion } } }),
  ]);
  const values = lineageOf(entitySchema.parse(record.data), {
    columns: record.file.columns,
    cells: row?.cells ?? [],
    mapping: mapping && mappingBodySchema.parse(mapping.body),
  });
  return { record, lineNumber: row?.lineNumber ?? 0, values };
}

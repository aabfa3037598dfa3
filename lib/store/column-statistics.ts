import type pg from "pg";
import { z } from "zod";
import type { ColumnStatistics, FullColumnStatistics } from "../domain/column-statistics.ts";
import { dateGroupSchema } from "../domain/date-groups.ts";
import { watchColumns } from "../domain/watch-columns.ts";
import type { Db, Tx } from "./client.ts";
import { blockBatches, rowsOf } from "./row-blocks.ts";

const datesSchema = z.array(dateGroupSchema);

/** What stands in the columns of a file, as it was counted when the file was read; a file read before there were counts is counted now, once. */
export async function columnStatisticsOf(
  { db, pool }: { db: Db; pool: pg.Pool },
  file: { id: string; columns: readonly string[] },
): Promise<ColumnStatistics[]> {
  const known = await readColumnStatistics(db, file.id);
  if (known.length >= file.columns.length) return known;
  const counted = await countColumns(pool, file);
  await keepColumnStatistics(db, file.id, counted);
  return counted;
}

async function readColumnStatistics(db: Db, fileId: string): Promise<ColumnStatistics[]> {
  const rows = await db.columnStatistics.findMany({
    where: { fileId },
    omit: { fileId: true, values: true },
    orderBy: { index: "asc" },
  });
  return rows.map((row) => ({ ...row, dates: datesSchema.parse(row.dates) }));
}

async function countColumns(
  pool: pg.Pool,
  file: { id: string; columns: readonly string[] },
): Promise<FullColumnStatistics[]> {
  const watch = watchColumns();
  for await (const batch of blockBatches(pool, file.id))
    for (const block of batch) for (const { cells, rowNumber } of rowsOf(block)) watch.see(cells, rowNumber);
  return watch.found(file.columns.length);
}

/** In one statement, whatever the number of columns. What is kept already stays; a file that was taken out meanwhile keeps nothing. */
export async function keepColumnStatistics(
  db: Db | Tx,
  fileId: string,
  columns: readonly FullColumnStatistics[],
): Promise<void> {
  const rows = columns.map(({ values, ...column }) => ({
    ...column,
    values: values?.map(({ value, count, row }) => [value, count, row]) ?? null,
  }));
  await db.$executeRaw`
    insert into "ColumnStatistics" ("fileId", "index", filled, "distinct", longest, "countedRows", samples, dates, "values")
    select ${fileId}::uuid, c."index", c.filled, c."distinct", c.longest, c."countedRows", c.samples, c.dates, nullif(c."values", 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as c("index" int, filled int, "distinct" int, longest int, "countedRows" int, samples text[], dates jsonb, "values" jsonb)
    where exists (select 1 from "SourceFile" where id = ${fileId}::uuid and status = 'parsed')
    on conflict do nothing`;
}

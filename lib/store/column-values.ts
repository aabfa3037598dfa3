import { z } from "zod";
import type { ValueCount } from "../domain/value-count.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { cellEnd, escapeSign, rowEnd } from "./row-block.ts";

const storedSchema = z.array(z.tuple([z.string(), z.number(), z.number()])).nullable();

/** `isWhole`: these are all of them; else the most frequent ones, of `different` in all. */
export type ColumnValues = { values: ValueCount[]; different: number; isWhole: boolean };

/** More than a person looks through; whoever seeks one of the others searches for it. */
const askedMax = 10_000;

/**
 * The different values of a column over the whole file with true counts, most frequent first: as they were counted when the file was
 * read, or counted by the database now where there were too many to keep. `search` is any part of a value, in any case.
 */
export async function columnValues(db: Db, fileId: string, index: number, search: string): Promise<ColumnValues> {
  const kept = await keptValues(db, fileId, index);
  if (kept === null) return countedNow(db, fileId, index, search);
  const wanted = search.toLowerCase();
  const values = kept.filter(({ value }) => wanted === "" || value.toLowerCase().includes(wanted));
  return { values, different: values.length, isWhole: true };
}

/** Every different value as counted while the file was read; null when there were too many to keep. */
export async function keptValues(db: Db, fileId: string, index: number): Promise<ValueCount[] | null> {
  const kept = await db.columnStatistics.findUnique({
    where: { fileId_index: { fileId, index } },
    select: { values: true },
  });
  const stored = storedSchema.parse(kept?.values ?? null);
  return stored?.map(([value, count, row]) => ({ value, count, row })) ?? null;
}

async function countedNow(db: Db, fileId: string, index: number, search: string): Promise<ColumnValues> {
  const found = await db.$queryRaw<(ValueCount & { different: number })[]>`
    select value, count, row, (count(*) over ())::int as different from (
      select value, count(*)::int as count, min(row)::int as row from (
        select ${cellSql(index)} as value, b."firstRow" + line.at - 1 as row
        from "SourceBlock" b, string_to_table(b."rows", ${rowEnd}) with ordinality as line(text, at) where b."fileId" = ${fileId}::uuid
      ) cell
      where value ~ '[^[:space:]]' and (${search} = '' or strpos(lower(value), lower(${search})) > 0)
      group by 1
    ) counted order by count desc, row limit ${askedMax}`;
  const different = found[0]?.different ?? 0;
  return {
    values: found.map(({ value, count, row }) => ({ value, count, row })),
    different,
    isWhole: different <= found.length,
  };
}

/** One cell of `line.text`, as row-block.ts reads it. */
function cellSql(index: number): Prisma.Sql {
  const cell = Prisma.sql`split_part(line.text, ${cellEnd}, ${index + 1}::int)`;
  return Prisma.sql`case when strpos(line.text, ${escapeSign}) = 0 then ${cell}
    else replace(replace(replace(${cell}, ${`${escapeSign}2`}, ${cellEnd}), ${`${escapeSign}1`}, ${rowEnd}), ${`${escapeSign}0`}, ${escapeSign}) end`;
}

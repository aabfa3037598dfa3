import type { Db } from "./client.ts";

export type ColumnValue = { value: string; count: number; distinct: number };

/** The distinct values of one column over all rows of a file, most frequent first; blank cells are one value, "". */
export const columnValues = (db: Db, fileId: string, column: number, max: number): Promise<ColumnValue[]> =>
  db.$queryRaw<ColumnValue[]>`
    with value as (
      select btrim(coalesce(r.cells[${column + 1}::int], '')) as value, count(*)::int as count from "SourceRow" r
      where r."fileId" = ${fileId}::uuid group by 1
    )
    select value, count, (count(*) over ())::int as distinct from value order by count desc, value limit ${max}`;

import type { Db } from "./client.ts";

export type ColumnStatistics = {
  index: number;
  filled: number;
  distinct: number;
  longest: number;
  samples: string[];
  values: string[];
};

/**
 * What stands in the columns of a file, over its first `rows` rows. `samples`: up to five most frequent values; `values`: up to `valuesMax`
 * distinct ones, most frequent first, then in the order of the file. Columns without any value are not listed.
 */
export const columnStatistics = (
  db: Db,
  fileId: string,
  rows: number,
  valuesMax: number,
): Promise<ColumnStatistics[]> =>
  db.$queryRaw<ColumnStatistics[]>`
    with cell as (
      select u.place, u.value, r."rowNumber" from "SourceRow" r, unnest(r.cells) with ordinality as u(value, place)
      where r."fileId" = ${fileId}::uuid and r."rowNumber" <= ${rows} and u.value ~ '[^[:space:]]'
    ), distinct_value as (
      select place, value, count(*) as n, min("rowNumber") as first from cell group by place, value
    ), ranked as (
      select *, row_number() over (partition by place order by n desc, first) as rank from distinct_value
    )
    select (place - 1)::int as index, sum(n)::int as filled, count(*)::int as distinct, max(length(value))::int as longest,
      array_agg(value order by rank) filter (where rank <= 5) as samples,
      array_agg(value order by rank) filter (where rank <= ${valuesMax}) as values
    from ranked group by place order by place`;

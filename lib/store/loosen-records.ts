import type pg from "pg";

/** Fewer rows cost less than making the filter anew. */
export const manyRows = 5_000;

/**
 * Before many records are written: lets go of the filter by which people are found (schema.prisma, Record_identity_bloom_idx). Keeping it true for each
 * row that comes where others were would double what storing costs; the vacuum behind makes it anew (analyze-records.ts), and
 * until then looking for a person reads all records.
 */
export async function loosenRecords(client: pg.PoolClient): Promise<void> {
  await client
    .query(
      `select brin_desummarize_range('"Record_identity_bloom_idx"'::regclass, page)
       from generate_series(0, pg_relation_size('"Record"') / current_setting('block_size')::int, ${pagesPerRange}) as page`,
    )
    // Not the owner of the table: it is slower then, and the same.
    .catch(() => {});
}

/** As the migration that made the index says. */
const pagesPerRange = 32;

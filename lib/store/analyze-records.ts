import type pg from "pg";

/**
 * What autovacuum would do in a minute or ten: statistics, without which every screen is planned for an empty table, and the map
 * of pages all can see, without which the counts cannot be read from an index alone.
 */
export async function analyzeRecords(client: pg.PoolClient): Promise<void> {
  // What was checked stands; slow screens for a while are no reason to say otherwise.
  await client.query(`vacuum (analyze) "Record"`).catch(() => {});
  await client.query(`vacuum (analyze) "Issue"`).catch(() => {});
}

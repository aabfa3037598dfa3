import type pg from "pg";

/** Statistics of what was just written: until autovacuum comes by, every screen would be planned for an empty table. */
export async function analyzeRecords(client: pg.PoolClient): Promise<void> {
  // What was checked stands; slow screens for a minute are no reason to say otherwise.
  await client.query(`analyze "Record", "Issue"`).catch(() => {});
}

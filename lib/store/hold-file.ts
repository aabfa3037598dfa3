import type pg from "pg";
import { onConnection } from "./on-connection.ts";

/**
 * Runs `work` while no other worker works on the same file, on a connection of its own. A second worker waits, then finds the work done.
 * The lock ends with the connection, so a killed worker holds nothing back.
 */
export async function holdFile<T>(
  pool: pg.Pool,
  fileId: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return onConnection(pool, async (client) => {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [fileId]);
    const result = await work(client);
    await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [fileId]);
    return result;
  });
}

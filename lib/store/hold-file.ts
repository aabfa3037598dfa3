import type pg from "pg";

/**
 * Runs `work` while no other worker works on the same file, on a connection of its own. A second worker waits, then finds the work done.
 * The lock ends with the connection, so a killed worker holds nothing back.
 */
export async function holdFile<T>(
  pool: pg.Pool,
  fileId: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks between two statements must not end the process; the next statement fails instead.
  client.on("error", ignore);
  let fault: Error | undefined;
  try {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [fileId]);
    const result = await work(client);
    await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [fileId]);
    return result;
  } catch (cause) {
    fault = cause instanceof Error ? cause : new Error("Work on a file failed.", { cause });
    throw cause;
  } finally {
    client.off("error", ignore);
    client.release(fault);
  }
}

const ignore = () => {};

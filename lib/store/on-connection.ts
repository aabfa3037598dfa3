import type pg from "pg";

/** Runs `work` on a connection of its own, which is given up if it fails: nobody knows what state it was left in. */
export async function onConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks between two statements must not end the process; the next statement fails instead.
  client.on("error", ignore);
  let fault: Error | undefined;
  try {
    return await work(client);
  } catch (cause) {
    fault = cause instanceof Error ? cause : new Error("Work on a connection failed.", { cause });
    throw cause;
  } finally {
    client.off("error", ignore);
    client.release(fault);
  }
}

const ignore = () => {};

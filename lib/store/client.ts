import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";

export type Db = PrismaClient;
/** Inside `db.$transaction(async (tx) => …)`. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

/** One pool for Prisma, COPY and streams alike: `max` counts for the whole process. `pipeline`: neither COPY nor a cursor may use it (prepared.ts). */
export function makePool(databaseUrl: string, max = 20, { pipeline = false } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    pipeline,
    // Times are UTC everywhere; a column default must not follow the server's zone.
    options: "-c timezone=UTC",
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // A killed process leaves its statement running, and holding locks, until the server looks whether anybody still listens.
    // Not every platform's server can; then it is as it was.
    onConnect: async (client) => {
      await client.query("set client_connection_check_interval = '5s'").catch(() => {});
    },
  });
  // An idle connection that breaks (server restarted) must not end the process; the next query gets a fresh one.
  pool.on("error", () => {});
  return pool;
}

export function makeDb(pool: pg.Pool): Db {
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}

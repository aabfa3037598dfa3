import type pg from "pg";
import type { Db, Tx } from "./client.ts";

/** Runs one statement with $1, $2 … and says how many rows it touched; the same for Prisma's transactions and for plain connections. */
export type Execute = (statement: string, ...values: unknown[]) => Promise<number>;

export const executeOn =
  (db: Db | Tx): Execute =>
  (statement, ...values) =>
    db.$executeRawUnsafe(statement, ...values);

export const executeOnClient =
  (client: pg.PoolClient): Execute =>
  async (statement, ...values) =>
    (await client.query(statement, values)).rowCount ?? 0;

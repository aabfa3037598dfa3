import pg from "pg";
import { processesMax } from "../domain/chunk.ts";
import { makePool } from "./client.ts";
import type { Prisma } from "./generated/client.ts";
import { onConnection } from "./on-connection.ts";

/**
 * Statements that run for every client, straight to the server: each connection has them parsed and planned once, under a name. Through Prisma
 * one takes twice the time of this process, and of a delivery they are most of what is not Passfort's. Not for the questions of screens, whose best plan
 * depends on what is asked for.
 */
export type Prepared = {
  ask<Row>(statement: Prisma.Sql): Promise<Row[]>;
  /** In one transaction and one round trip; the second sees what others committed before the first ended. */
  askAfter<Row>(first: Prisma.Sql, second: Prisma.Sql): Promise<Row[]>;
  close(): Promise<void>;
};

/** One for each call that an account may have in flight, and as many for a second account. */
const connectionsMax = 2 * processesMax;

export function makePrepared(databaseUrl: string): Prepared {
  const pool = makePool(databaseUrl, connectionsMax, { pipeline: true });
  const names = new Map<string, string>();
  const queryOf = ({ text, values }: Prisma.Sql): pg.QueryConfig => {
    const name = names.get(text) ?? `prepared_${names.size + 1}`;
    names.set(text, name);
    return { name, text, values: values.map(asUtc), types: utcTypes };
  };
  return {
    async ask<Row>(statement: Prisma.Sql) {
      const { rows } = await pool.query(queryOf(statement));
      return rows as Row[];
    },
    askAfter: <Row>(first: Prisma.Sql, second: Prisma.Sql) =>
      onConnection(pool, async (client) => {
        // Sent one behind the other without waiting; after one that fails, the last rolls back.
        const answers = [
          client.query("begin"),
          client.query(queryOf(first)),
          client.query(queryOf(second)),
          client.query("commit"),
        ] as const;
        const [, , { rows }] = await Promise.all(answers);
        return rows as Row[];
      }),
    close: () => pool.end(),
  };
}

/** Columns are `timestamp` in UTC; without this the zone of the process would be read into them, and out of them. */
const asUtc = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

const utcTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: "text" | "binary") =>
    oid === pg.types.builtins.TIMESTAMP
      ? (text: string) => new Date(`${text.replace(" ", "T")}Z`)
      : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};

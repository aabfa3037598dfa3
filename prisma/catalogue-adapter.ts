import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery } from "@prisma/driver-adapter-utils";
import { Pool, type QueryArrayResult } from "pg";

/**
 * Prisma's adapter for PostgreSQL, made fit for reading PostgreSQL's own catalogue, as the schema engine does: some
 * columns there have the one-byte type "char", which the adapter (7.10.0) refuses and the engine wants as a character.
 * @returns the adapter, and the pool it works on, for the caller to end
 */
export async function openCatalogue(databaseUrl: string): Promise<{ adapter: SqlDriverAdapter; pool: Pool }> {
  const pool = new CataloguePool({ connectionString: databaseUrl });
  const adapter = await new PrismaPg(pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query: SqlQuery) => {
    const answer = await queryRaw(query);
    for (const column of pool.internalChars.get(answer.rows) ?? []) {
      answer.columnTypes[column] = ColumnTypeEnum.Character;
    }
    return answer;
  };
  return { adapter, pool };
}

const internalChar = 18;
const text = 25;

/** Shows "char" columns as text, so that the adapter passes them on, and remembers which they were. */
class CataloguePool extends Pool {
  readonly internalChars = new WeakMap<object, number[]>();

  override query: Pool["query"] = async (...question: unknown[]) => {
    const ask = Pool.prototype.query as (...question: unknown[]) => Promise<QueryArrayResult>;
    const answer = await ask.apply(this, question);
    const chars: number[] = [];
    for (const [column, field] of (answer.fields ?? []).entries()) {
      if (field.dataTypeID !== internalChar) continue;
      field.dataTypeID = text;
      chars.push(column);
    }
    if (chars.length) this.internalChars.set(answer.rows, chars);
    return answer;
  };
}

import { randomUUID } from "node:crypto";
import { Client } from "pg";

/**
 * An empty database beside the given one, in which the schema engine replays the migrations to see what they lead to.
 * Not left to Prisma's adapter: given a URL, its own shadow database is the real one.
 * @returns its URL, and how to drop it
 */
export async function createShadow(databaseUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `causeway_shadow_${randomUUID()}`;
  await run(databaseUrl, `CREATE DATABASE "${name}" TEMPLATE template0`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(databaseUrl, `DROP DATABASE "${name}" WITH (FORCE)`) };
}

async function run(databaseUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the migrated database that every test file gets a copy of; provided by bin/test/global-setup.ts. */
    templateUrl: string;
  }
}

/**
 * An own database for one test file: a copy of the migrated template, tables of the queue included, holding no rows.
 * @returns its URL, and how to drop it: in `afterAll`, when the file's pools are closed
 */
export async function withTestDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const templateUrl = new URL(inject("templateUrl"));
  const template = templateUrl.pathname.slice(1);
  const name = `causeway_test_${randomUUID().replaceAll("-", "")}`;
  await onServer(templateUrl, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(templateUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

/** Through the server's own database `postgres`: one that somebody is connected to cannot be copied. */
async function onServer(templateUrl: URL, statement: string): Promise<void> {
  const url = new URL(templateUrl);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

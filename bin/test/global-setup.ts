import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startTemporaryPostgres } from "../postgres/temporary-postgres.mjs";

/**
 * Before the first database test: one migrated database that each test file gets a copy of (lib/store/test-database.ts).
 * On TEST_DATABASE_URL (whose user may create databases), or else on a PostgreSQL of its own that is gone afterwards.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own = process.env.TEST_DATABASE_URL ? undefined : await startTemporaryPostgres();
  const server = new URL(own?.url ?? String(process.env.TEST_DATABASE_URL));
  const template = `causeway_template_${randomUUID().replaceAll("-", "")}`;
  await run(server, `CREATE DATABASE "${template}" TEMPLATE template0`);
  const templateUrl = new URL(server);
  templateUrl.pathname = `/${template}`;
  await migrate(templateUrl.href);
  project.provide("templateUrl", templateUrl.href);
  return async () => {
    await (own ? own.stop() : run(server, `DROP DATABASE "${template}" WITH (FORCE)`));
  };
}

/** In a process of its own: the schema engine leaves a timer behind that would hold the test runner for ten seconds. */
async function migrate(databaseUrl: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, REDIS_URL: "" };
  await promisify(execFile)(process.execPath, ["prisma/migrate.ts", "apply"], { env });
}

async function run(server: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

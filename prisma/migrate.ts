import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { migrateQueue } from "./migrate-queue.ts";
import { readMigrations, writeMigration } from "./migrations-on-disk.ts";
import { withSchemaEngine } from "./schema-engine.ts";

/**
 * Applies every migration that this database has not had yet.
 * @returns the names of those applied now; empty when there was nothing to do
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const migrationsList = await readMigrations();
  const applied = await withSchemaEngine(databaseUrl, (engine) => engine.applyMigrations({ migrationsList, filters }));
  return applied.appliedMigrationNames;
}

/** The SQL that would bring the migrations folder to schema.prisma, or undefined when they agree. */
export async function pendingSql(databaseUrl: string): Promise<string | undefined> {
  const migrations = await readMigrations();
  const content = await readFile(schemaFile, "utf8");
  const { stdout, exitCode } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...migrations },
      to: { tag: "schemaDatamodel", files: [{ path: schemaFile, content }] },
      script: true,
      exitCode: true,
      filters,
    }),
  );
  return exitCode === 0 ? undefined : (stdout ?? "");
}

/** Writes the next migration. @returns the file, or undefined when schema.prisma and the migrations agree already */
export async function createMigration(databaseUrl: string, name: string, now: Date): Promise<string | undefined> {
  const sql = await pendingSql(databaseUrl);
  return sql === undefined ? undefined : writeMigration(folderNameOf(name, now), sql);
}

/** "20261123105600_add_chunks": Prisma's own form, so that folders sort by age. */
function folderNameOf(name: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:T]/g, "").slice(0, 14);
  return `${stamp}_${name
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")}`;
}

const schemaFile = path.join(import.meta.dirname, "schema.prisma");
const filters = { externalTables: [], externalEnums: [] };

/** node prisma/migrate.ts apply | diff | create <name> | check   (DATABASE_URL, or a database of its own for the moment) */
async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [command = "apply", name] = positionals;
  const run = commands[command];
  if (!run) return fail(`There is no command "${command}". Known are: ${Object.keys(commands).join(", ")}.`);
  return withDatabase(command, (databaseUrl) => run(databaseUrl, name));
}

const commands: Record<string, (databaseUrl: string, name: string | undefined) => Promise<number>> = {
  async apply(databaseUrl) {
    const applied = await migrate(databaseUrl);
    if (!process.env.REDIS_URL) await migrateQueue(databaseUrl);
    return tell(applied.length ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
  },
  async diff(databaseUrl) {
    return tell((await pendingSql(databaseUrl)) ?? "-- schema.prisma and the migrations agree.");
  },
  async create(databaseUrl, name) {
    if (!name) return fail("Give the migration a name: node prisma/migrate.ts create add_chunks.");
    const file = await createMigration(databaseUrl, name, new Date());
    return tell(
      file
        ? `Wrote ${path.relative(process.cwd(), file)}. Read it before you commit it.`
        : "Nothing to write: schema.prisma and the migrations agree.",
    );
  },
  async check(databaseUrl) {
    const sql = await pendingSql(databaseUrl);
    if (sql === undefined) return tell("schema.prisma and the migrations agree.");
    return fail(
      `schema.prisma and prisma/migrations disagree. Run "node prisma/migrate.ts create <name>". Missing:\n\n${sql}`,
    );
  },
};

/** Only `apply` is about a certain database; the others need any empty PostgreSQL for a shadow database. */
async function withDatabase(command: string, work: (databaseUrl: string) => Promise<number>): Promise<number> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL);
  if (command === "apply")
    return fail("Set DATABASE_URL to the database that the migrations are for, or use npm start.");
  const { startTemporaryPostgres } = await import("../bin/postgres/temporary-postgres.mjs");
  const postgres = await startTemporaryPostgres();
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}

function tell(sentence: string): number {
  console.log(sentence);
  return 0;
}

function fail(sentence: string): number {
  console.error(sentence);
  return 1;
}

if (import.meta.main) {
  // Not left to end by itself: the engine keeps a timer of ten seconds.
  process.exit(await main().catch((error: Error) => fail(error.message)));
}

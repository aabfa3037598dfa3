import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";

/** prisma/migrations beside this file. */
export const migrationsFolder = path.join(import.meta.dirname, "migrations");

const lockfile = "migration_lock.toml";
const lockfileText = '# Kept by prisma/migrate.ts.\nprovider = "postgresql"\n';
const script = "migration.sql";

/** Every migration in the folder, oldest first, as the schema engine wants to be told. */
export async function readMigrations(folder = migrationsFolder): Promise<MigrationList> {
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  return {
    baseDir: folder,
    lockfile: { path: lockfile, content: (await textOf(path.join(folder, lockfile))) ?? lockfileText },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({ path: name, migrationFile: await migrationFile(path.join(folder, name, script)) })),
    ),
  };
}

/** Writes prisma/migrations/<name>/migration.sql and, the first time, the lock file that names the database. */
export async function writeMigration(name: string, sql: string, folder = migrationsFolder): Promise<string> {
  const file = path.join(folder, name, script);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, sql.endsWith("\n") ? sql : `${sql}\n`);
  const lock = path.join(folder, lockfile);
  if (!existsSync(lock)) await writeFile(lock, lockfileText);
  return file;
}

async function migrationFile(file: string) {
  const content = await textOf(file);
  return content === null
    ? { path: script, content: { tag: "error" as const, value: `${file} is missing` } }
    : { path: script, content: { tag: "ok" as const, value: content } };
}

async function textOf(file: string): Promise<string | null> {
  return existsSync(file) ? readFile(file, "utf8") : null;
}

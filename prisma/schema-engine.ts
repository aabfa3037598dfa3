import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { openCatalogue } from "./catalogue-adapter.ts";
import { createShadow } from "./shadow-database.ts";

/**
 * Works with Prisma's own schema engine as WebAssembly: the same migrations and the same ledger (`_prisma_migrations`)
 * as `prisma migrate`, without the native engine that the command line tool would download.
 * @param databaseUrl postgresql://…
 */
export async function withSchemaEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await bindings();
  const closings: (() => Promise<void>)[] = [];
  const open = async (url: string) => {
    const { adapter, pool } = await openCatalogue(url);
    closings.unshift(() => pool.end());
    return adapter;
  };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => open(databaseUrl),
    connectToShadowDb: async () => {
      const shadow = await createShadow(databaseUrl);
      closings.unshift(shadow.drop);
      return open(shadow.url);
    },
  };
  try {
    const bound = bindMigrationAwareSqlAdapterFactory(factory);
    return await work(await SchemaEngine.new({ datamodels: undefined }, () => {}, bound));
  } finally {
    for (const close of closings) await close();
  }
}

/** Instantiated by hand: importing a .wasm file directly still prints a warning in Node 24. */
async function bindings(): Promise<typeof import("@prisma/schema-engine-wasm")> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: reportPanic } });
  // Not import.meta.resolve, which the test runner does not have.
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/** Where the engine puts its last words when it breaks; without it only "unreachable" is heard. */
function reportPanic(message: string): void {
  console.error(`The schema engine broke: ${message}`);
}

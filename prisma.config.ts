import { defineConfig } from "prisma/config";

// `prisma generate` looks for a native schema engine and downloads it, without ever starting it. Migrations use the
// engine's WebAssembly build (prisma/migrate.ts), so any program that exists will do here.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});

import { defineConfig } from "vitest/config";

const databaseTests = "**/*.db.test.ts";
const never = ["**/node_modules/**", "**/.next/**", "e2e/**", "lib/store/generated/**"];
// Importing everything anew for each file took longer than all tests together; no test may lean on what another file left behind.
const shared = { setupFiles: ["bin/test/no-console-error.ts"], environment: "node" as const, isolate: false };

/** `unit` needs nothing; `db` needs PostgreSQL, and starts one by itself when TEST_DATABASE_URL is not set. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["**/*.test.{ts,tsx,mjs}"],
          exclude: [...never, databaseTests],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: "db",
          include: [databaseTests],
          exclude: never,
          globalSetup: ["bin/test/global-setup.ts"],
          // Each file has a database, a pool and often a simulator: more than two at once only wait for each other.
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

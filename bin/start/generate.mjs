import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { inRepository, pinnedNode } from "../repository.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { run } from "./run.mjs";
import { unlessStamped } from "./stamp.mjs";

/**
 * The Prisma client in lib/store/generated, when the schema or Prisma changed.
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 */
export async function generate(env, signal) {
  const output = inRepository("lib", "store", "generated");
  const from = fingerprint(inRepository(), [
    "prisma/schema.prisma",
    "prisma.config.ts",
    "node_modules/prisma/package.json",
  ]);
  const stamp = path.join(output, ".stamp");
  if (!existsSync(path.join(output, "client.ts"))) rmSync(stamp, { force: true });
  const done = await unlessStamped(stamp, from, async () => {
    await run(pinnedNode, [inRepository("node_modules", "prisma", "build", "index.js"), "generate"], {
      env: { ...env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
      signal,
      failure: "The database client could not be made from prisma/schema.prisma (see below).",
    });
  });
  return done ? "Made the database client" : undefined;
}

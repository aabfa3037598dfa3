import { existsSync, rmSync } from "node:fs";
import { inRepository, pinnedNode } from "../repository.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { run } from "./run.mjs";
import { unlessStamped } from "./stamp.mjs";

/** Everything that ends up in the built panel, or decides how it is built. */
const sources = [
  "app",
  "components",
  "lib",
  "public",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "prisma/schema.prisma",
  "tsconfig.json",
];

/** Tests are not part of the panel; the generated client follows from the schema. @param {string} file */
export const isBuilt = (file) => !/\.test\.tsx?$|\.drift\.ts$/.test(file) && !file.startsWith("lib/store/generated/");

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 */
export async function build(env, signal) {
  const stamp = inRepository(".next", "causeway-stamp");
  if (!existsSync(inRepository(".next", "BUILD_ID"))) rmSync(stamp, { force: true });
  const done = await unlessStamped(stamp, fingerprint(inRepository(), sources, isBuilt), async () => {
    await run(pinnedNode, [inRepository("node_modules", "next", "dist", "bin", "next"), "build"], {
      env: { ...env, NODE_ENV: "production" },
      signal,
      failure: "The panel could not be built (see below).",
    });
  });
  return done ? "Built the panel" : undefined;
}

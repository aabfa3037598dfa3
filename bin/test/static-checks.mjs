import { existsSync } from "node:fs";
import { Halt } from "../halt.mjs";
import { inRepository, pinnedNode } from "../repository.mjs";
import { run } from "../start/run.mjs";

/** Each check counts as one test. */
export const formatAndLint = (given) =>
  check(given, [["@biomejs", "biome", "bin", "biome"], "ci", "--colors=off", "."]);

/** The types of the pages' addresses come from Next, so they are made first. */
export async function types(given) {
  const made = await check(given, [["next", "dist", "bin", "next"], "typegen"]);
  return made.failed ? made : check(given, [["typescript", "bin", "tsc"], "--noEmit"]);
}

const cruised = ["app", "components", "lib", "workers", "simulator", "prisma", "bin", "bench", "e2e", "samples"];

export const importRules = (given) =>
  check(given, [
    ["dependency-cruiser", "bin", "dependency-cruiser.mjs"],
    "--config",
    ".dependency-cruiser.mjs",
    "--output-type",
    "err-long",
    ...cruised.filter((folder) => existsSync(inRepository(folder))),
  ]);

export async function schemaCheck({ env, signal }) {
  return outcome(run(pinnedNode, [inRepository("prisma", "migrate.ts"), "check"], { env, signal, failure: "" }));
}

function check({ env, signal }, [program, ...args]) {
  return outcome(run(pinnedNode, [inRepository("node_modules", ...program), ...args], { env, signal, failure: "" }));
}

async function outcome(running) {
  try {
    return { passed: 1, failed: 0, output: await running };
  } catch (error) {
    if (error instanceof Halt) return { passed: 0, failed: 1, output: error.tail };
    throw error;
  }
}

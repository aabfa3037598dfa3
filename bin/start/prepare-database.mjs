import { inRepository, pinnedNode } from "../repository.mjs";
import { run } from "./run.mjs";

/**
 * Every migration that the database has not had yet, and the tables of the queue.
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 */
export async function migrate(env, signal) {
  const output = await run(pinnedNode, [inRepository("prisma", "migrate.ts"), "apply"], {
    env,
    signal,
    failure:
      "The database could not be brought to this version of the program (see below). Nothing was deleted. If it was used by a newer version before, use that one.",
  });
  return output.includes("up to date") ? undefined : "Migrated the database";
}

/**
 * What a first start needs in the database. Doing it again changes nothing.
 * @returns {Promise<{ hasDemoPeople: boolean, simulatorConnectionId: string | undefined, setUpCode: string | undefined }>}
 */
export async function seed(env, signal) {
  const output = await run(pinnedNode, [inRepository("prisma", "seed.ts")], {
    env,
    signal,
    failure: "The first rows could not be put into the database (see below).",
  });
  const told = (name) => {
    const value = new RegExp(`^${name}=(.+)$`, "m").exec(output)?.[1];
    return value === "none" ? undefined : value;
  };
  return {
    hasDemoPeople: told("DEMO_PEOPLE") === "yes",
    simulatorConnectionId: told("SIMULATOR_CONNECTION"),
    setUpCode: told("SET_UP_CODE"),
  };
}

import { inRepository, pinnedNode } from "../repository.mjs";
import { run } from "./run.mjs";

/** Does the environment name a bucket, or say anything of one? */
export const namesBucket = (env) => Object.keys(env).some((name) => name.startsWith("FILES_S3_") && env[name] !== "");

/**
 * Whether files can be stored where the environment says.
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 */
export async function checkFiles(env, signal) {
  await run(pinnedNode, [inRepository("bin", "check-files.ts")], {
    env,
    signal,
    failure:
      "The storage of files cannot be used (see below). Put it right in .env or the environment and start again; or unset every FILES_S3_… to keep files in the data folder.",
  });
  return "Bucket of FILES_S3_BUCKET takes files";
}

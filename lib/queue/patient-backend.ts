import { setTimeout as wait } from "node:timers/promises";
import { createPostgresBackend } from "bullmq";

/** So often a worker looks whether a lane that was full has a place: whoever finishes a job takes the next one in the same breath. */
const lookAgainMs = 200;

/**
 * BullMQ on PostgreSQL wakes a worker because a job waits, also where all places of its lane are taken, and the worker asks again at once: some 1,500
 * statements a second until a place is free, from every worker that could do more than it may (`setProcesses`).
 */
export const createPatientBackend: typeof createPostgresBackend = (...settings) => {
  const backend = createPostgresBackend(...settings);
  const waitForJob = backend.waitForJob.bind(backend);
  backend.waitForJob = async (seconds) => {
    const seen = await waitForJob(seconds);
    if (seen !== null && (await backend.isMaxed())) await wait(lookAgainMs);
    return seen;
  };
  return backend;
};

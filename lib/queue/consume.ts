import { type OpenWorker, openWorker, type QueuePlace } from "./connection.ts";
import { type JobName, jobNames, jobs, type PayloadOf } from "./jobs.ts";

/** What to do for each job; a table, so that a new job does not compile until somebody does it. */
export type Registry = { [N in JobName]: (payload: PayloadOf<N>) => Promise<unknown> };

export type Consumer = { queueName: string; close(how: "after_jobs_in_hand" | "at_once"): Promise<void> };

/**
 * Takes jobs from one queue until closed.
 * A worker that died gives its place back after `lockDuration`: until then its job counts against the lane's processes.
 */
export function consume(
  place: QueuePlace,
  queueName: string,
  concurrency: number,
  run: (name: JobName, payload: unknown) => Promise<void>,
): Consumer {
  const settings = { concurrency, lockDuration: 20_000, stalledInterval: 5_000, maxStalledCount: 1 };
  const worker: OpenWorker = openWorker(place, queueName, (job) => run(nameOf(job.name), job.data), settings);
  return { queueName, close: worker.close };
}

/** Calls the entry of the table for this job, with its payload parsed at the border. */
export async function runEntry<N extends JobName>(registry: Registry, name: N, payload: unknown): Promise<void> {
  await registry[name](jobs[name].payload.parse(payload) as PayloadOf<N>);
}

function nameOf(name: string): JobName {
  const known = jobNames.find((candidate) => candidate === name);
  if (!known)
    throw new Error(
      `A job named “${name}” is in the queue, but this worker does not know it. Is another version running?`,
    );
  return known;
}

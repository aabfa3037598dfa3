import { type OpenQueue, openQueue, type QueuePlace } from "./connection.ts";
import { type JobName, jobIdOf, jobs, laneOf, type PayloadOf, panelQueue } from "./jobs.ts";
import { withinMs } from "./queue-down.ts";

/** Jobs of a connection's lane need to know which; the others go to the panel's own queue. What goes first does not wait behind the lane. */
type Where<N extends JobName> = (typeof jobs)[N]["lane"] extends "connection"
  ? [options: { connectionId: string; goesFirst?: boolean }]
  : [options?: { connectionId?: never; goesFirst?: never }];

/** The side of the queue that knocks. Every call ends within three seconds or throws `QueueDown`: a person is waiting. */
export type Queues = {
  dispatch<N extends JobName>(name: N, payload: PayloadOf<N>, ...where: Where<N>): Promise<void>;
  dispatchMany<N extends JobName>(name: N, payloads: readonly PayloadOf<N>[], ...where: Where<N>): Promise<void>;
  /** How many jobs of this connection may run at once, over all worker processes together. */
  setProcesses(connectionId: string, processes: number): Promise<void>;
  /** No worker takes a job of this connection for so long. */
  holdLane(connectionId: string, ms: number): Promise<void>;
  /** Jobs that wait or run in this lane. */
  depthOf(connectionId: string): Promise<number>;
  /** What the deliveries that wait or run in this lane are about; of a lane with more jobs than `jobsMax`, null: they are too many to look through. */
  deliveriesIn(connectionId: string, jobsMax: number): Promise<PayloadOf<"deliver">[] | null>;
  /** Forgets the jobs that wait in this lane; the rows remember. */
  emptyLane(connectionId: string): Promise<void>;
  isUp(): Promise<boolean>;
  close(): Promise<void>;
};

const answerWithinMs = 3_000;
const jobsPerCall = 500;
const waitOrRun = ["waiting", "active", "delayed", "prioritized"] as const;

export function makeQueues(place: QueuePlace): Queues {
  const open = new Map<string, OpenQueue>();
  const queueOf = (name: string): OpenQueue["queue"] => {
    const known = open.get(name);
    if (known) return known.queue;
    const opened = openQueue(place, name);
    open.set(name, opened);
    void opened.isLost.then((isLost) => {
      if (!isLost || open.get(name) !== opened) return;
      // Who asks next gets another one.
      open.delete(name);
      opened.close().catch(() => {});
    });
    return opened.queue;
  };
  const ask = <T>(name: string, question: (queue: OpenQueue["queue"]) => Promise<T>): Promise<T> =>
    withinMs(answerWithinMs, () => question(queueOf(name)));

  const dispatchMany: Queues["dispatchMany"] = async (name, payloads, ...[where]) => {
    const queueName = jobs[name].lane === "panel" ? panelQueue : laneOf(connectionOf(name, where));
    for (let from = 0; from < payloads.length; from += jobsPerCall) {
      const some = payloads.slice(from, from + jobsPerCall).map((payload) => jobOf(name, payload, where?.goesFirst));
      await ask(queueName, (queue) => queue.addBulk(some));
    }
  };

  const depthOf: Queues["depthOf"] = (connectionId) =>
    ask(laneOf(connectionId), (queue) => queue.getJobCountByTypes(...waitOrRun));

  return {
    dispatchMany,
    dispatch: (name, payload, ...where) => dispatchMany(name, [payload], ...where),
    setProcesses: async (connectionId, processes) =>
      void (await ask(laneOf(connectionId), (queue) => queue.setGlobalConcurrency(processes))),
    holdLane: (connectionId, ms) => ask(laneOf(connectionId), (queue) => queue.rateLimit(ms)),
    depthOf,
    async deliveriesIn(connectionId, jobsMax) {
      if ((await depthOf(connectionId)) > jobsMax) return null;
      const found = await ask(laneOf(connectionId), (queue) => queue.getJobs([...waitOrRun]));
      // One that ended between the two is told as nothing.
      return found.flatMap((job) => (job?.name === "deliver" ? [jobs.deliver.payload.parse(job.data)] : []));
    },
    emptyLane: (connectionId) => ask(laneOf(connectionId), (queue) => queue.drain(true)),
    isUp: () =>
      ask(panelQueue, (queue) => queue.getJobCountByTypes("waiting")).then(
        () => true,
        () => false,
      ),
    close: async () => {
      const queues = [...open.values()];
      open.clear();
      // A queue that does not answer must not keep the process from ending.
      await Promise.allSettled(queues.map((queue) => withinMs(answerWithinMs, queue.close)));
    },
  };
}

function jobOf<N extends JobName>(name: N, payload: PayloadOf<N>, goesFirst = false) {
  const { tries, retryAfterMs } = jobs[name];
  // Finished jobs are forgotten at once: what happened is in the rows, and the same work may be asked for again.
  const opts = {
    jobId: jobIdOf(name, payload),
    attempts: tries,
    backoff: { type: "exponential", delay: retryAfterMs },
    removeOnComplete: true,
    removeOnFail: true,
    lifo: goesFirst,
  };
  return { name, data: jobs[name].payload.parse(payload), opts };
}

function connectionOf(name: JobName, where: { connectionId?: string | undefined } | undefined): string {
  if (where?.connectionId) return where.connectionId;
  throw new Error(`The job ${name} belongs to a connection's lane: say which.`);
}

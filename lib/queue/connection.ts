import { setTimeout as wait } from "node:timers/promises";
import { createRedisBackend, type Processor, withBackend } from "bullmq";
import { Redis } from "ioredis";
import { createPatientBackend } from "./patient-backend.ts";

/** Where the queue lives: in Redis when `redisUrl` is set, in our own Postgres (schema "bullmq") when not. */
export type QueuePlace = { redisUrl?: string | undefined; databaseUrl: string };

const inRedis = withBackend(createRedisBackend);
const inPostgres = withBackend(createPatientBackend);

/** The side that adds jobs. It opens its connection at once and heals it by itself, once it was open. */
export function openQueue(place: QueuePlace, name: string) {
  const redis = place.redisUrl ? redisOf(place.redisUrl) : undefined;
  const queue = redis
    ? new inRedis.Queue(name, { connection: redis })
    : new inPostgres.Queue(name, { connection: postgresOf(place.databaseUrl, 2) });
  // A lost connection is told to whoever asks next; without a listener it would end the process.
  queue.on("error", () => {});
  return {
    queue,
    close: () => queue.close().finally(() => redis?.disconnect()),
    /** Its first connection to PostgreSQL failed, which BullMQ remembers for ever: it will never answer. */
    isLost: redis
      ? Promise.resolve(false)
      : queue.waitUntilReady().then(
          () => false,
          () => true,
        ),
  };
}
export type OpenQueue = ReturnType<typeof openQueue>;

export type WorkerSettings = {
  concurrency: number;
  lockDuration: number;
  stalledInterval: number;
  maxStalledCount: number;
};

/** The side that takes jobs. It waits for its queue as long as it must. */
export function openWorker(place: QueuePlace, name: string, processor: Processor, settings: WorkerSettings) {
  // A limiter far out of reach: BullMQ only honours a held lane (`rateLimit`) on workers that have one.
  const options = { ...settings, limiter: { max: 1_000_000, duration: 1_000 }, runRetryDelay: 2_000, drainDelay: 2 };
  return place.redisUrl
    ? openInRedis(place.redisUrl, name, processor, options)
    : openInPostgres(place.databaseUrl, name, processor, options);
}

type Close = { close(how: "after_jobs_in_hand" | "at_once"): Promise<void> };

function openInRedis(url: string, name: string, processor: Processor, options: WorkerSettings): Close {
  const redis = redisOf(url);
  const worker = new inRedis.Worker(name, processor, { ...options, connection: redis });
  worker.on("error", () => {});
  return { close: (how) => worker.close(how === "at_once").finally(() => redis.disconnect()) };
}

const openAgainMs = 1_000;

/**
 * BullMQ remembers for ever that its first connection to PostgreSQL failed: such a worker takes no job any more, and where the server was just starting
 * it asks again without a pause and starves the whole process. It is let go, and another one opened until the server answers.
 */
function openInPostgres(url: string, name: string, processor: Processor, options: WorkerSettings): Close {
  const open = () => {
    const worker = new inPostgres.Worker(name, processor, {
      ...options,
      autorun: false,
      connection: postgresOf(url, options.concurrency + 1),
    });
    worker.on("error", () => {});
    return worker;
  };
  const ended = new AbortController();
  let worker = open();
  const running = (async () => {
    while (!ended.signal.aborted) {
      const isReady = await worker.waitUntilReady().then(
        () => true,
        () => false,
      );
      if (ended.signal.aborted) return;
      if (isReady) return void worker.run().catch(() => {});
      await worker.close(true).catch(() => {});
      await wait(openAgainMs, undefined, { signal: ended.signal }).catch(() => {});
      worker = open();
    }
  })();
  return {
    async close(how) {
      ended.abort();
      await running;
      await worker.close(how === "at_once");
    },
  };
}
export type OpenWorker = ReturnType<typeof openWorker>;

const postgresOf = (connectionString: string, max: number) => ({
  connectionString,
  schema: "bullmq",
  max,
  connectionTimeoutMillis: 5_000,
});

/** BullMQ wants to retry for ever by itself; how long a caller waits is decided in dispatch.ts. A client we make is ours to close. */
const redisOf = (url: string) => {
  const redis = new Redis(url, { maxRetriesPerRequest: null, connectTimeout: 2_000 });
  redis.on("error", () => {});
  return redis;
};

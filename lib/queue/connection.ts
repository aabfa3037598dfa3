import { createPostgresBackend, createRedisBackend, type Processor, withBackend } from "bullmq";
import { Redis } from "ioredis";

/** Where the queue lives: in Redis when `redisUrl` is set, in our own Postgres (schema "bullmq") when not. */
export type QueuePlace = { redisUrl?: string | undefined; databaseUrl: string };

const inRedis = withBackend(createRedisBackend);
const inPostgres = withBackend(createPostgresBackend);

/** The side that adds jobs. It opens its connection at once and heals it by itself. */
export function openQueue(place: QueuePlace, name: string) {
  const redis = place.redisUrl ? redisOf(place.redisUrl) : undefined;
  const queue = redis
    ? new inRedis.Queue(name, { connection: redis })
    : new inPostgres.Queue(name, { connection: postgresOf(place.databaseUrl, 2) });
  // A lost connection is told to whoever asks next; without a listener it would end the process.
  queue.on("error", () => {});
  return { queue, close: () => queue.close().finally(() => redis?.disconnect()) };
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
  const redis = place.redisUrl ? redisOf(place.redisUrl) : undefined;
  // A limiter far out of reach: BullMQ only honours a held lane (`rateLimit`) on workers that have one.
  const options = { ...settings, limiter: { max: 1_000_000, duration: 1_000 }, runRetryDelay: 2_000, drainDelay: 2 };
  const worker = redis
    ? new inRedis.Worker(name, processor, { ...options, connection: redis })
    : new inPostgres.Worker(name, processor, {
        ...options,
        connection: postgresOf(place.databaseUrl, settings.concurrency + 1),
      });
  worker.on("error", () => {});
  return {
    close: (how: "after_jobs_in_hand" | "at_once") =>
      worker.close(how === "at_once").finally(() => redis?.disconnect()),
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

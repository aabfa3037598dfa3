import type pg from "pg";
import { type Clock, systemClock } from "./clock.ts";
import type { Operator } from "./domain/person.ts";
import type { Env } from "./env.ts";
import { makeSealedStorage, type SealedStorage } from "./files/sealed-storage.ts";
import type { FileStorage } from "./files/storage.ts";
import { storageOf } from "./files/storage-of.ts";
import { type Logger, makeLog } from "./log.ts";
import { makePassfort, type PassfortFor } from "./passfort/client.ts";
import { makeQueues, type Queues } from "./queue/dispatch.ts";
import { type Db, makeDb, makePool } from "./store/client.ts";
import { makePrepared, type Prepared } from "./store/prepared.ts";

/** Everything a door may reach. Built once a process; a request adds its operator. */
export type Context = {
  env: Env;
  db: Db;
  /** For COPY, cursors and streams; Prisma uses the same pool. */
  pool: pg.Pool;
  /** For what runs for every client. */
  prepared: Prepared;
  queue: Queues;
  passfort: PassfortFor;
  files: FileStorage;
  /** Documents of clients: in the same storage, but encrypted at rest. */
  documents: SealedStorage;
  clock: Clock;
  log: Logger;
  /** Who acts; null: the panel itself, in a worker. */
  operator: Operator | null;
};

export type SignedInContext = Context & { operator: Operator };

/** The composition root of web and worker. Opens nothing before it is used, except the pools. */
export function makeContext(env: Env, process: "web" | "worker" | "command"): Context {
  const log = makeLog(env.LOG_LEVEL, process);
  const pool = makePool(env.DATABASE_URL);
  const files = storageOf(env);
  return {
    env,
    db: makeDb(pool),
    pool,
    prepared: makePrepared(env.DATABASE_URL),
    queue: makeQueues({ redisUrl: env.REDIS_URL, databaseUrl: env.DATABASE_URL }),
    passfort: makePassfort({ log }),
    files,
    documents: makeSealedStorage(files, env.CAUSEWAY_SECRET),
    clock: systemClock,
    log,
    operator: null,
  };
}

export const withOperator = (ctx: Context, operator: Operator): SignedInContext => ({ ...ctx, operator });

export async function closeContext(ctx: Context): Promise<void> {
  await ctx.queue.close();
  await ctx.prepared.close();
  await ctx.db.$disconnect();
  if (!ctx.pool.ended) await ctx.pool.end();
}

import type { Context } from "../../../context.ts";
import type { PassfortFor } from "../../../passfort/client.ts";
import type { Db } from "../../../store/client.ts";
import type { Prepared } from "../../../store/prepared.ts";
import { deliver } from "./deliver.ts";

export type TestJob = { deliveryId: string; generation: number };

/** What a worker's surroundings want to know of it, and do at its moments. */
type Around = {
  ctx: Context;
  /** Statements of hearts go through while this is true; all others wait for their moment. */
  isBeating(): boolean;
  beaten(statement: Promise<unknown>): void;
  waited(ms: number): Promise<void>;
  /** A call leaves now. */
  left(worker: TestWorker): Promise<void>;
  /** Between the read and the write of a link. */
  beforeLinkIsWritten(companyProfileId: string): Promise<void>;
};

export type TestWorker = {
  readonly job: TestJob;
  readonly workerId: string;
  /** The word it ended with; null while it stands or when it died. */
  readonly word: string | null;
  isOver(): boolean;
  /** Lets it go through so many moments, or to its end. */
  goOn(moments: number): Promise<void>;
  /** Its process ends here. What it was about to do does not happen, nor anything after it. */
  die(): Promise<void>;
  /** The attempt that its last call belonged to. */
  lastAttemptId: string | null;
};

class Died extends Error {}

/**
 * A worker with one job that stands still before each of its statements, waits and calls until it is told to go on: so a test chooses the
 * interleaving, and whatever is left standing is a stalled worker. Transactions are one moment, as nobody may stand in one and hold its locks.
 */
export async function startTestWorker(around: Around, job: TestJob, workerId: string): Promise<TestWorker> {
  let standing: { go(): void; fail(cause: Error): void } | null = null;
  let arrived = () => {};
  let isDead = false;
  let isOver = false;

  const nextArrival = () =>
    new Promise<void>((resolve) => {
      arrived = resolve;
    });
  const moment = async () => {
    if (isDead) throw new Died();
    if (standing) throw new Error("A worker does two things at once; its moments cannot be told apart.");
    await new Promise<void>((go, fail) => {
      standing = { go, fail };
      arrived();
    });
  };
  const goneThrough = async (act: "go" | "fail") => {
    const at = standing;
    if (!at || isOver) return;
    standing = null;
    const next = nextArrival();
    if (act === "go") at.go();
    else at.fail(new Died());
    await next;
  };

  const worker: TestWorker & { word: string | null } = {
    job,
    workerId,
    word: null,
    lastAttemptId: null,
    isOver: () => isOver,
    async goOn(moments) {
      for (let done = 0; done < moments && !isOver; done += 1) await goneThrough("go");
    },
    async die() {
      isDead = true;
      while (!isOver) await goneThrough("fail");
    },
  };
  const ctx: Context = {
    ...around.ctx,
    db: withMoments(around, moment),
    prepared: preparedAtMoments(around, moment),
    passfort: callingAtMoments(around, moment, worker),
  };
  const hand = {
    workerId,
    random: () => 0,
    wait: async (ms: number) => {
      await moment();
      await around.waited(ms);
    },
  };
  const first = nextArrival();
  void deliver(ctx, job, hand)
    .then((word) => {
      worker.word = word;
    })
    .catch((cause: unknown) => {
      if (!isDead) worker.word = `broke: ${cause instanceof Error ? cause.stack : String(cause)}`;
    })
    .finally(() => {
      isOver = true;
      arrived();
    });
  await first;
  return worker;
}

function withMoments({ ctx, isBeating, beaten }: Around, moment: () => Promise<void>): Db {
  return ctx.db.$extends({
    query: {
      async $allOperations({ args, query, ...rest }) {
        if (isBeating()) {
          const statement = query(args);
          beaten(statement);
          return statement;
        }
        const isInTransaction = (rest as { __internalParams?: { transaction?: unknown } }).__internalParams
          ?.transaction;
        if (!isInTransaction) await moment();
        return query(args);
      },
    },
  }) as unknown as Db;
}

const preparedAtMoments = ({ ctx: { prepared } }: Around, moment: () => Promise<void>): Prepared => ({
  ...prepared,
  ask: (statement) => moment().then(() => prepared.ask(statement)),
  askAfter: (first, second) => moment().then(() => prepared.askAfter(first, second)),
});

function callingAtMoments(around: Around, moment: () => Promise<void>, worker: TestWorker): PassfortFor {
  return (connection, mayCall) => {
    let link: { companyProfileId: string; calls: number } | null = null;
    const client = around.ctx.passfort(connection, async () => {
      await moment();
      if (mayCall && !(await mayCall())) return false;
      await around.left(worker);
      if (link) {
        link.calls += 1;
        if (link.calls === 2) await around.beforeLinkIsWritten(link.companyProfileId);
      }
      return true;
    });
    return {
      ...client,
      linkAssociates: (companyProfileId, links) => {
        link = { companyProfileId, calls: 0 };
        return client.linkAssociates(companyProfileId, links).finally(() => {
          link = null;
        });
      },
    };
  };
}

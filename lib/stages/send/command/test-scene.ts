import { setImmediate as soon } from "node:timers/promises";
import { vi } from "vitest";
import type { LinkList } from "../../../domain/link.ts";
import { silentLog } from "../../../log.ts";
import { makePassfort, type PassfortFor } from "../../../passfort/client.ts";
import { makeHttp } from "../../../passfort/http.ts";
import { must, type World } from "../../../test-world.ts";
import { heartbeatMs, leavesWithinMs } from "./hand.ts";
import { launchChunk } from "./launch-chunk.ts";
import { startTestWorker, type TestJob, type TestWorker } from "./test-worker.ts";

export const processes = 3;
/** So late is Passfort's search: later than the first of two looks. */
const indexDelayMs = 5_000;
/** Shorter than the slowest answer that an act orders. */
const timeoutMs = 400;

/** The book of a scene: single people, a company, and a company under which another one stands. */
export const people = ["P-1", "P-2"] as const;
const companies: Record<string, { ref: string; isCompany?: boolean; of?: string; list: LinkList }[]> = {
  "C-1": [
    { ref: "D-1", list: "directors" },
    { ref: "D-2", list: "shareholders" },
    { ref: "D-2", list: "directors" },
  ],
  "C-2": [
    { ref: "H-1", isCompany: true, list: "shareholders" },
    { ref: "D-3", of: "H-1", list: "directors" },
  ],
};
export const clients = [...people, ...Object.keys(companies)];
export const associatesOf = {
  "C-1": ["C-1/D-1", "C-1/D-2"],
  "C-2": ["C-2/H-1", "C-2/H-1/D-3"],
} as const;

export type Scene = Awaited<ReturnType<typeof openScene>>;

/** A chunk that was just launched, and everything that may be done to it, by whomever. */
export async function openScene(world: World) {
  const { db } = world.ctx;
  await emptied(world);
  await world.control("/reset", {});
  await world.control("/settings", { indexDelayMs });
  world.jobs.splice(0);

  const jobs: TestJob[] = [];
  const workers: TestWorker[] = [];
  const unlawful: string[] = [];
  const beats: Promise<unknown>[] = [];
  const editedLast = new Map<string, number>();
  let [left, toEdit, edits, isBeating] = [0, 0, 0, false];

  const pass = async (seconds: number) => {
    world.pass(seconds);
    await world.control("/settings", { advanceMs: seconds * 1000 });
    await db.workerBeat.updateMany({ data: { beatAt: world.ctx.clock.now() } });
  };
  const around = {
    ctx: {
      ...world.ctx,
      passfort: makePassfort({ log: silentLog, makeHttp: (settings) => makeHttp({ ...settings, timeoutMs }) }),
    },
    isBeating: () => isBeating,
    beaten: (statement: Promise<unknown>) => void beats.push(statement),
    waited: (ms: number) => pass(ms / 1000),
    async left(worker: TestWorker) {
      left += 1;
      const wrong = await unlawfulness(world, worker);
      if (wrong) unlawful.push(wrong);
    },
    async beforeLinkIsWritten(companyProfileId: string) {
      if (toEdit === 0) return;
      toEdit -= 1;
      edits += 1;
      await editInPortal(world, companyProfileId, edits);
      editedLast.set(companyProfileId, edits);
    },
  };

  const operator = {
    ...world.operator,
    passfort: ((connection) =>
      world.ctx.passfort(connection, async () => {
        left += 1;
        return true;
      })) satisfies PassfortFor,
  };

  await world.addClients([...people]);
  for (const [company, associates] of Object.entries(companies)) await world.addFamily(company, associates);
  // Rows of scenes before this one are gone.
  await db.$executeRaw`update "SourceFile" set "rowCount" = individuals + companies`;
  const chunkId = await world.approved(clients.length, processes);
  must(await launchChunk(operator, chunkId, clients.length));

  const scene = {
    world,
    /** Whose calls are counted as well. */
    operator,
    /** The chunk that sends now: after a stop another one. */
    chunkId,
    unlawful,
    editedLast,
    pass,
    /** Calls that were made so far, of workers and of people. */
    callsLeft: () => left,
    standing: () => workers.filter((worker) => !worker.isOver()),
    words: () => workers.flatMap(({ word }) => (word === null ? [] : [word])),
    /** Every job there ever was, the newest last. */
    jobsEver: () => {
      for (const { payload } of world.jobs) if (!jobs.some((job) => sameJob(job, payload))) jobs.push(payload);
      return jobs;
    },
    async startWorker(job: TestJob, workerId: string): Promise<TestWorker> {
      scene.jobsEver();
      if (!jobs.some((known) => sameJob(known, job))) jobs.push(job);
      const worker = await startTestWorker(around, job, workerId);
      workers.push(worker);
      return worker;
    },
    /** The hearts of all workers that are at work beat once. */
    async beat(): Promise<void> {
      beats.splice(0);
      isBeating = true;
      const hearts = vi.getTimerCount();
      vi.advanceTimersByTime(heartbeatMs);
      while (beats.length < hearts) await soon();
      await Promise.all(beats);
      isBeating = false;
    },
    /** The next link is written after a person changed the company in the portal. */
    editNext() {
      toEdit += 1;
    },
    async end(): Promise<void> {
      for (const worker of scene.standing()) await worker.die();
    },
  };
  return scene;
}

const sameJob = (one: TestJob, other: TestJob) =>
  one.deliveryId === other.deliveryId && one.generation === other.generation;

async function emptied({ ctx, connection }: World): Promise<void> {
  await ctx.db.$executeRaw`
    truncate "Attempt", "Step", "Delivery", "ChunkAssociate", "ChunkMember", "Chunk", "Issue", "Link", "Record", "SourceBlock", "Transition" cascade`;
  // Known limits with room: else the first create of a scene would keep all others waiting, and a death in one scene would be felt in the next.
  await ctx.db.callLimit.deleteMany();
  const limit = { connectionId: connection.id, intervalMs: 360, burst: 2_000, arrivalAt: ctx.clock.now(), calls: 0 };
  await ctx.db.callLimit.createMany({ data: ["create", "replace_data"].map((call) => ({ ...limit, call })) });
  await ctx.db.$executeRaw`update "SourceFile" set individuals = 0, companies = 0, associates = 0, "rowCount" = 0`;
}

/**
 * Why this call must not leave; null: it may. Its delivery is in this worker's hand, and its chunk runs; or its attempt was written down while it
 * ran, a moment ago, and no other call of it left since: then it was in flight when the pause was stored.
 */
async function unlawfulness({ ctx }: World, worker: TestWorker): Promise<string | null> {
  const delivery = await ctx.db.delivery.findUniqueOrThrow({
    where: { id: worker.job.deliveryId },
    include: { chunk: true, attempts: { where: { status: "open" } } },
  });
  const [open] = delivery.attempts;
  const isFirst = open !== undefined && worker.lastAttemptId !== open.id;
  worker.lastAttemptId = open?.id ?? null;
  const place = `a call for ${delivery.reference}, whose chunk is ${delivery.chunk.status},`;
  if (delivery.status !== "sending" || !delivery.claimedBy?.startsWith(`${worker.workerId}#`))
    return `${place} was made by ${worker.workerId} while the client is ${delivery.status} by ${delivery.claimedBy}`;
  if (delivery.attempts.length > 1) return `${place} was made beside another one`;
  if (delivery.chunk.status === "running") return null;
  if (!isFirst) return `${place} was made though no attempt for it is open`;
  const sinceMs = ctx.clock.now().getTime() - open.openedAt.getTime();
  return sinceMs <= leavesWithinMs ? null : `${place} was made ${sinceMs} ms after it was written down`;
}

type Edited = { outcome: string; etag: string; collected_data: { metadata?: Record<string, unknown> } };

async function editInPortal(world: World, profileId: string, stamp: number): Promise<void> {
  const save = (collected_data: unknown, if_match: string) =>
    world.control<Edited>(`/profiles/${profileId}/collected_data`, { collected_data, if_match });
  // An edit of a version that never was changes nothing and tells what stands there.
  const { collected_data: data, etag } = await save({}, "none");
  const { outcome } = await save({ ...data, metadata: { ...data.metadata, number_of_employees: stamp } }, etag);
  if (outcome !== "stored") throw new Error(`The edit in the portal was ${outcome}.`);
}

/** What a person wrote in the portal last, as it stands there now. */
export async function stampOf(world: World, profileId: string): Promise<unknown> {
  const body = { collected_data: {}, if_match: "none" };
  return (await world.control<Edited>(`/profiles/${profileId}/collected_data`, body)).collected_data.metadata
    ?.number_of_employees;
}

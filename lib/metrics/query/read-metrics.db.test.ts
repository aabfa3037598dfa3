import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../context.ts";
import { deliveryMachine } from "../../domain/delivery.ts";
import { openWorld, type World } from "../../test-world.ts";
import { readMetrics } from "./read-metrics.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** However busy the machine is, the count of now is waited for. */
const patient = { answerWithinMs: 20_000, countWithinMs: 20_000 };
const references = ["Quenby-1", "Quenby-2", "Quenby-3", "Quenby-4", "Quenby-5", "Quenby-6"];

/** The numbers of a text, by metric and labels; those of the panel, without those of the process. */
async function scraped(ctx: Context = world.ctx): Promise<Record<string, number>> {
  const { text } = await readMetrics(ctx, patient);
  const lines = text.split("\n").filter((line) => line.startsWith("causeway_"));
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.lastIndexOf(" ");
      return [line.slice(0, at).replace(ofConnection(), ""), Number(line.slice(at + 1))];
    }),
  );
}
const ofConnection = () => `connection_id="${world.connection.id}",environment="simulator"`;

test("the numbers are those of the rows, and move with them", async () => {
  const { db, clock } = world.ctx;
  const chunkId = await world.launched(references);
  const before = await scraped();
  expect(before).toMatchObject({
    causeway_database_up: 1,
    'causeway_queue_up{backend="postgres"}': 1,
    'causeway_chunks{,status="running"}': 1,
    'causeway_deliveries{,status="queued"}': 6,
    'causeway_deliveries{,status="created"}': 0,
    "causeway_queue_jobs{}": world.jobs.length,
    "causeway_calls_in_flight{}": 0,
    "causeway_processes_allowed{}": 2,
    "causeway_chunk_hold_seconds{}": 0,
    causeway_workers_alive: 1,
    causeway_worker_newest_beat_timestamp_seconds: clock.now().getTime() / 1000,
  });

  await world.control("/settings", { indexDelayMs: 0 });
  world.jobs.splice(3);
  expect(await world.runJobs()).toEqual(["created", "created", "created"]);
  const claimedUntil = new Date(clock.now().getTime() + 20_000);
  const queued = await db.delivery.findMany({ where: { chunkId, status: "queued" }, orderBy: { reference: "asc" } });
  const [sending, lost, failed] = queued.map(({ id }) => id);
  await db.delivery.update({ where: { id: sending }, data: { status: "sending", claimedBy: "w", claimedUntil } });
  await db.delivery.update({ where: { id: lost }, data: { status: "uncertain" } });
  await db.delivery.update({ where: { id: failed }, data: { status: "failed", failureCode: "Quenby" } });
  await db.delivery.update({
    where: { connectionId_reference: { connectionId: world.connection.id, reference: "Quenby-1" } },
    data: { gaps: 2 },
  });
  await db.callPlace.create({ data: { connectionId: world.connection.id, takenUntil: claimedUntil } });
  await db.chunk.update({
    where: { id: chunkId },
    data: { heldUntil: new Date(clock.now().getTime() + 41_000), processesAsked: 1 },
  });
  const after = await scraped();
  expect(after).toMatchObject({
    'causeway_deliveries{,status="queued"}': 0,
    'causeway_deliveries{,status="sending"}': 1,
    'causeway_deliveries{,status="created"}': 3,
    'causeway_deliveries{,status="uncertain"}': 1,
    'causeway_deliveries{,status="failed"}': 1,
    "causeway_uncertain_deliveries{}": 1,
    "causeway_created_with_gaps{}": 1,
    "causeway_calls_in_flight{}": 2,
    "causeway_processes_allowed{}": 1,
    "causeway_chunk_hold_seconds{}": 41,
  });
  const rows = await db.delivery.groupBy({ by: ["status"], _count: true });
  for (const status of deliveryMachine.statuses)
    expect(after[`causeway_deliveries{,status="${status}"}`], status).toBe(
      rows.find((row) => row.status === status)?._count ?? 0,
    );
  const accepted = await db.attempt.count({ where: { status: "accepted" } });
  expect(accepted).toBeGreaterThan(0);
  expect(after['causeway_recent_calls{,outcome="accepted"}']).toBe(accepted);
  const limit = await db.callLimit.findFirstOrThrow({ where: { call: "create" } });
  expect(after['causeway_limited_calls_total{,call="create"}']).toBe(limit.calls);
  expect(after['causeway_limit_calls_left{,call="create"}']).toBeLessThanOrEqual(limit.burst);
});

test("429s and failures of the last five minutes are told by code, and forgotten afterwards", async () => {
  const { db, clock } = world.ctx;
  const [one, two, three] = await db.attempt.findMany({ orderBy: { id: "asc" }, take: 3 });
  await db.attempt.update({ where: { id: one?.id }, data: { status: "throttled", code: "http_429" } });
  await db.attempt.update({ where: { id: two?.id }, data: { status: "refused", code: "Olivia Quenby" } });
  await db.attempt.update({ where: { id: three?.id }, data: { status: "open", openedAt: clock.now() } });
  expect(await scraped()).toMatchObject({
    'causeway_recent_calls{,outcome="throttled"}': 1,
    'causeway_recent_calls{,outcome="refused"}': 1,
    'causeway_recent_failed_calls{,code="http_429"}': 1,
    'causeway_recent_failed_calls{,code="other"}': 1,
  });
  world.pass(301);
  const later = await scraped();
  expect(later['causeway_recent_calls{,outcome="throttled"}']).toBe(0);
  expect(later['causeway_recent_failed_calls{,code="http_429"}']).toBeUndefined();
});

test("a worker that died is not alive, and files that are read or checked are counted", async () => {
  const { db, clock } = world.ctx;
  await db.workerBeat.create({ data: { id: "second", beatAt: clock.now() } });
  const reading = { ...world.file, id: undefined, number: undefined, form: undefined, formChoice: undefined };
  for (const status of ["uploaded", "parsing", "parsed", "withdrawn"] as const)
    await db.sourceFile.create({ data: { ...reading, reading: undefined, status, checkingVersion: null } });
  await db.sourceFile.update({ where: { id: world.file.id }, data: { checkingVersion: 2 } });
  expect(await scraped()).toMatchObject({
    causeway_workers_alive: 1,
    causeway_worker_newest_beat_timestamp_seconds: clock.now().getTime() / 1000,
    causeway_worker_oldest_beat_timestamp_seconds: clock.now().getTime() / 1000 - 301,
    causeway_files_being_read: 2,
    causeway_files_being_checked: 1,
  });
});

test("uncertain clients and gaps of a chunk that has ended are told; its other clients are not", async () => {
  const stopped = await world.ctx.db.chunk.findFirstOrThrow();
  await world.ctx.db.chunk.update({ where: { id: stopped.id }, data: { status: "stopped" } });
  const told = await scraped();
  await world.ctx.db.chunk.update({ where: { id: stopped.id }, data: { status: stopped.status } });
  expect(told).toMatchObject({
    "causeway_uncertain_deliveries{}": 1,
    "causeway_created_with_gaps{}": 1,
    'causeway_deliveries{,status="created"}': 0,
    'causeway_chunks{,status="stopped"}': 1,
    "causeway_processes_allowed{}": 5,
    "causeway_chunk_hold_seconds{}": 0,
  });
});

test("no label holds anything but ids of connections and words of closed lists", async () => {
  await world.ctx.db.attempt.updateMany({ data: { openedAt: world.ctx.clock.now() } });
  const { text } = await readMetrics(world.ctx, patient);
  const people = await world.ctx.db.record.findMany({ select: { displayName: true, id: true } });
  const deliveries = await world.ctx.db.delivery.findMany({ select: { id: true, profileId: true } });
  const secret = [
    ...references,
    ...people.flatMap(({ displayName, id }) => [displayName, id]),
    ...deliveries.flatMap(({ id, profileId }) => [id, profileId]),
    ...["Quenby", "Olivia", world.connection.name, world.migration.name, world.migration.id, world.file.name],
  ].filter((value): value is string => value !== null);
  expect(secret.length).toBeGreaterThan(20);
  expect(secret.filter((value) => text.includes(value))).toEqual([]);

  const labels = [...text.matchAll(/^causeway_\w+\{(.*)\}/gm)].flatMap(([, inside = ""]) => inside.split(","));
  const values = new Map<string, Set<string>>();
  for (const [, name = "", value = ""] of labels.map((label) => /^(\w+)="(.*)"$/.exec(label) ?? []))
    values.set(name, (values.get(name) ?? new Set()).add(value));
  expect([...values.keys()].sort()).toEqual(
    ["backend", "call", "code", "connection_id", "environment", "outcome", "status"].sort(),
  );
  expect([...(values.get("connection_id") ?? [])]).toEqual([world.connection.id]);
  expect([...(values.get("environment") ?? [])]).toEqual(["simulator"]);
});

test("many scrapes at once all tell the same, and a scrape that may not wait is told the count before", async () => {
  const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => scraped()));
  for (const other of others) expect(other).toEqual(first);

  const counted = "causeway_deliveries_counted_timestamp_seconds";
  const before = first?.[counted];
  world.pass(60);
  const slow = { ...world.ctx, db: slowed(world) };
  const scrape = async (countWithinMs: number) =>
    Number(
      new RegExp(`^${counted} (.*)$`, "m").exec((await readMetrics(slow, { ...patient, countWithinMs })).text)?.[1],
    );
  const now = world.ctx.clock.now().getTime() / 1000;
  expect(await scrape(0)).toBe(now);
  world.pass(60);
  expect(await scrape(0)).toBe(now);
  expect(await scrape(20_000)).toBe(now + 60);
  expect(now).toBe(Number(before) + 60);
});

/** The database, whose counts of deliveries take a moment. */
function slowed({ ctx }: World): Context["db"] {
  const { db } = ctx;
  return new Proxy(db, {
    get(target, name, receiver) {
      const found = Reflect.get(target, name, receiver);
      if (name !== "chunkMember") return found;
      return new Proxy(found, {
        get: (member, method) =>
          method === "groupBy"
            ? async (question: unknown) => {
                await new Promise((resolve) => setTimeout(resolve, 200));
                return member.groupBy(question);
              }
            : Reflect.get(member, method),
      });
    },
  });
}

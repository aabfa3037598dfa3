import { randomUUID } from "node:crypto";
import { PostgresQueueBackend } from "bullmq";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { withTestDatabase } from "../store/test-database.ts";
import { type Consumer, consume } from "./consume.ts";
import { makeQueues } from "./dispatch.ts";
import { type JobName, laneOf } from "./jobs.ts";
import { QueueDown } from "./queue-down.ts";

const database = await withTestDatabase();
/** The same promises hold on Redis; set TEST_REDIS_URL to see. */
const place = { redisUrl: process.env.TEST_REDIS_URL, databaseUrl: database.url };
const queues = makeQueues(place);
const consumers: Consumer[] = [];
afterEach(async () => {
  for (const consumer of consumers.splice(0)) await consumer.close("after_jobs_in_hand");
});
afterAll(async () => {
  await queues.close();
  await database.drop();
});

const job = (generation = 1) => ({ deliveryId: randomUUID(), generation });
const work = (connectionId: string, run: (name: JobName, payload: unknown) => Promise<void>) =>
  consumers.push(consume(place, laneOf(connectionId), 5, run));
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

test("the same job asked for twice is done once; another generation is another job", async () => {
  const connectionId = randomUUID();
  const first = job();
  await queues.dispatchMany("deliver", [first, first], { connectionId });
  await queues.dispatch("deliver", { ...first, generation: 2 }, { connectionId });
  expect(await queues.depthOf(connectionId)).toBe(2);
  const done: unknown[] = [];
  work(connectionId, async (_, payload) => void done.push(payload));
  await eventually(() => expect(done).toEqual([first, { ...first, generation: 2 }]));
});

test("the deliveries of a lane are told, without its other jobs; a lane that is too long is not looked through", async () => {
  const connectionId = randomUUID();
  const [one, other] = [job(), job(3)];
  await queues.dispatchMany("deliver", [one, other], { connectionId });
  await queues.dispatch("settle_webhook", { webhookEventId: randomUUID() }, { connectionId });
  expect(await queues.deliveriesIn(connectionId, 3)).toEqual(expect.arrayContaining([one, other]));
  expect(await queues.deliveriesIn(connectionId, 3)).toHaveLength(2);
  expect(await queues.deliveriesIn(connectionId, 2)).toBeNull();
});

test("a client that is to be looked up does not wait behind its lane", async () => {
  const connectionId = randomUUID();
  const [waiting, other, lost] = [job(), job(), job()];
  await queues.setProcesses(connectionId, 1);
  await queues.dispatchMany("deliver", [waiting, other], { connectionId });
  await queues.dispatchMany("deliver", [lost], { connectionId, goesFirst: true });
  const done: unknown[] = [];
  work(connectionId, async (_, payload) => void done.push(payload));
  await eventually(() => expect(done).toEqual([lost, waiting, other]));
});

test("a lane never runs more jobs at once than its processes, over all workers", async () => {
  const connectionId = randomUUID();
  await queues.setProcesses(connectionId, 2);
  await queues.dispatchMany(
    "deliver",
    Array.from({ length: 12 }, () => job()),
    { connectionId },
  );
  const seen = { now: 0, most: 0, done: 0 };
  const run = async () => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await new Promise((resolve) => setTimeout(resolve, 30));
    seen.now -= 1;
    seen.done += 1;
  };
  work(connectionId, run);
  work(connectionId, run);
  await eventually(() => expect(seen.done).toBe(12));
  expect(seen.most).toBe(2);
});

test.skipIf(place.redisUrl)(
  "a worker that could do more than its lane may does not ask for jobs without end",
  async () => {
    const connectionId = randomUUID();
    await queues.setProcesses(connectionId, 1);
    await queues.dispatchMany("deliver", [job(), job()], { connectionId });
    const asked = vi.spyOn(PostgresQueueBackend.prototype, "moveToActive");
    let done = 0;
    work(connectionId, async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      done += 1;
    });
    await eventually(() => expect(done).toBe(2));
    expect(asked.mock.calls.length).toBeLessThan(60);
    asked.mockRestore();
  },
);

test("a held lane gives out no job before its time, and gives them all afterwards", async () => {
  const connectionId = randomUUID();
  const heldMs = 1_500;
  await queues.holdLane(connectionId, heldMs);
  const until = Date.now() + heldMs;
  await queues.dispatchMany("deliver", [job(), job()], { connectionId });
  const times: number[] = [];
  work(connectionId, async () => void times.push(Date.now()));
  await eventually(() => expect(times).toHaveLength(2));
  // The database's clock is read in whole milliseconds.
  expect(Math.min(...times)).toBeGreaterThanOrEqual(until - 50);
});

test("an emptied lane forgets its jobs, and takes the same ones again", async () => {
  const connectionId = randomUUID();
  const one = job();
  await queues.dispatch("deliver", one, { connectionId });
  await queues.emptyLane(connectionId);
  expect(await queues.depthOf(connectionId)).toBe(0);
  await queues.dispatch("deliver", one, { connectionId });
  expect(await queues.depthOf(connectionId)).toBe(1);
});

test.each([
  ["Redis", { redisUrl: "redis://127.0.0.1:9", databaseUrl: database.url }],
  ["Postgres", { databaseUrl: "postgresql://nobody@127.0.0.1:9/none" }],
])("a queue in %s that is down is told to the caller within seconds, in a sentence", async (_, down) => {
  const lost = makeQueues(down);
  const began = Date.now();
  await expect(lost.dispatch("parse_file", { fileId: randomUUID() })).rejects.toThrow(QueueDown);
  expect(await lost.isUp()).toBe(false);
  expect(Date.now() - began).toBeLessThan(10_000);
  await lost.close();
});

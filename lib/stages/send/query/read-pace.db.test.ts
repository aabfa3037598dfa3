import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { must, openWorld, type World } from "../../../test-world.ts";
import { readPace } from "./read-pace.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => world.calm());

const pointsOf = async (chunkId: string) => must(await readPace(world.operator, chunkId, "launch")).points;
const at = (seconds: number, launchedAt: Date) => new Date(launchedAt.getTime() + seconds * 1_000);

/** A chunk whose client had calls in flight from second to second after the launch; null: still in flight. */
async function launchedWith(reference: string, calls: readonly [from: number, to: number | null][]) {
  const chunkId = await world.launched([reference]);
  const { id: deliveryId } = await world.deliveryOf(reference);
  const { launchedAt } = await world.ctx.db.chunk.findUniqueOrThrow({ where: { id: chunkId } });
  if (!launchedAt) throw new Error("It was not launched.");
  const step = await world.ctx.db.step.create({ data: { deliveryId, position: 0, kind: "create_profile" } });
  await world.ctx.db.attempt.createMany({
    data: calls.map(([from, to], number) => ({
      ...{ deliveryId, chunkId, stepId: step.id, number, workerId: "test" },
      status: to === null ? "open" : "accepted",
      openedAt: at(from, launchedAt),
      closedAt: to === null ? null : at(to, launchedAt),
      durationMs: to === null ? null : (to - from) * 1_000,
    })),
  });
  return { chunkId, deliveryId, launchedAt };
}

test("the most calls in flight at once are told for each interval, against what was allowed; one that ends as another begins is not beside it", async () => {
  const { chunkId } = await launchedWith("I-1", [
    [0, 2],
    [2, 4],
    [3, 11],
    [6, 7],
    [12, null],
  ]);
  world.pass(15);
  expect((await pointsOf(chunkId)).map(({ calls, inFlight, processes }) => [calls, inFlight, processes])).toEqual([
    [3, 2, 2],
    [1, 2, 2],
    [1, 1, 2],
  ]);
});

test("a call of a worker that died counts as long as Passfort may work on it, not until somebody found it", async () => {
  const { chunkId } = await launchedWith("I-2", [[1, 500]]);
  world.pass(90);
  const points = await pointsOf(chunkId);
  // From the second 1 to the second 61, by fives.
  expect(points.filter(({ inFlight }) => inFlight > 0)).toHaveLength(13);
});

test("the pace counts whoever came to an end, and 95 % of the creates is told of the calls that were answered", async () => {
  const { chunkId, deliveryId, launchedAt } = await launchedWith("I-3", [
    [0, 1],
    [1, 3],
    [4, null],
  ]);
  await world.ctx.db.delivery.update({
    where: { id: deliveryId },
    data: { status: "created", finishedAt: at(4, launchedAt) },
  });
  world.pass(10);
  expect(await pointsOf(chunkId)).toMatchObject([
    { clients: 1, perMinute: 12, calls: 3, p95Ms: 1_950, at: at(5, launchedAt).toISOString() },
    { clients: 0, perMinute: 0, calls: 0, p95Ms: null },
  ]);
});

test("a chunk that was not launched has no pace, and no chunk is told so", async () => {
  await world.addClients(["I-4"], "ready");
  const chunkId = await world.approved(1);
  expect(must(await readPace(world.operator, chunkId, "hour"))).toEqual({ seconds: null, points: [], limits: [] });
  expect(await readPace(world.operator, "00000000-0000-4000-8000-000000000000", "hour")).toMatchObject({
    refusal: { kind: "not_found" },
  });
});

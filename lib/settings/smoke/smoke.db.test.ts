import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SmokeStepKind } from "../../domain/smoke-step.ts";
import { storeWebhook } from "../../stages/receive/command/store-webhook.ts";
import { must, openWorld, type World } from "../../test-world.ts";
import { runSmoke } from "./command/run-smoke.ts";
import { startSmokeRun } from "./command/start-smoke-run.ts";
import { sweepSmokeRuns } from "./command/sweep-smoke-runs.ts";
import type { SmokeHand } from "./command/trial.ts";
import { listSmokeRuns } from "./query.ts";

let world: World;
let receiver: Server;
const noAliases = { productAliasIndividual: null, productAliasCompany: null };

beforeAll(async () => {
  world = await openWorld();
  receiver = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", async () => {
      const body = Buffer.concat(pieces).toString();
      const authorization = request.headers.authorization ?? null;
      const answer = await storeWebhook(world.ctx, world.connection.id, { body, authorization });
      response.writeHead(answer === "stored" ? 200 : 401).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
});
beforeEach(async () => {
  await world.ctx.db.smokeRun.deleteMany();
  await world.ctx.db.webhookEvent.deleteMany();
  world.jobs.splice(0);
  await world.control("/reset", {});
  await fetch(`${world.simulator.controlUrl}/faults`, { method: "DELETE" });
  await world.control("/settings", {
    indexDelayMs: 2_000,
    createdStatus: 200,
    searchCustomerRef: false,
    associatesAutoApply: false,
  });
  await pointWebhooks(true);
});
afterAll(async () => {
  receiver.close();
  await world.close();
});

const pointWebhooks = (enabled: boolean) =>
  world.control("/settings", {
    webhook: {
      account: "sim-demo-key",
      enabled,
      endpoint: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
    },
  });

/** Waiting moves the still clock and the simulator's, and lets what is on its way arrive. */
const hand: SmokeHand = {
  wait: async (ms) => {
    world.pass(ms / 1000);
    await world.control("/settings", { advanceMs: ms });
  },
};

const start = async () => must(await startSmokeRun(world.admin, world.connection.id, noAliases)).smokeRunId;
async function run(): Promise<string> {
  const smokeRunId = await start();
  expect(await runSmoke(world.ctx, { smokeRunId }, hand)).toBe("finished");
  return smokeRunId;
}
const view = async () => must(await listSmokeRuns(world.ctx, world.connection.id)).runs;
async function stepOf(kind: SmokeStepKind) {
  const [newest] = await view();
  return newest?.steps.find((step) => step.kind === kind);
}
const profilesMade = () => world.control<{ profiles: unknown[] }>("/profiles?limit=1000").then((made) => made.profiles);

test("on an account that behaves as the contract says, every step is proved", async () => {
  await run();
  const [newest] = await view();
  expect(newest?.steps.map(({ kind, result, finding }) => ({ kind, result, finding }))).toEqual(
    newest?.steps.map(({ kind, finding }) => ({ kind, result: "proved", finding })),
  );
  expect(newest).toMatchObject({ status: "finished", institutionName: "Riverbank Finance (demo)" });
  expect(newest?.sentence).toBe("17 of 17 steps proved what the panel presumes.");
});

test("a smoke run holds one of the places for calls of its account while it lasts, and waits when there is none", async () => {
  const { db, clock } = world.ctx;
  const connectionId = world.connection.id;
  const until = new Date(clock.now().getTime() + 3_600_000);
  const smokeRunId = await start();
  await db.callPlace.createMany({ data: Array(5).fill({ connectionId, takenUntil: until }) });
  expect(await runSmoke(world.ctx, { smokeRunId }, hand)).toBe("left_alone");
  expect(await view()).toMatchObject([{ status: "queued" }]);
  expect(await profilesMade()).toHaveLength(0);

  const [one] = await db.callPlace.findMany();
  await db.callPlace.delete({ where: { id: one?.id ?? "" } });
  const taken: number[] = [];
  const counting: SmokeHand = {
    wait: async (ms) => {
      taken.push(await db.callPlace.count());
      await hand.wait(ms);
    },
  };
  expect(await runSmoke(world.ctx, { smokeRunId }, counting)).toBe("finished");
  expect(taken[0]).toBe(5);
  expect(await db.callPlace.count()).toBe(4);
  await db.callPlace.deleteMany();
});

test("what is left behind is said with its ids, tagged, made up, and without an open application", async () => {
  await run();
  const [newest] = await view();
  const there = await world.control<{
    profiles: { id: string; tags: string[]; display_name: string; applications: { status: string }[] }[];
  }>("/profiles?limit=1000");
  expect(newest?.profiles.map(({ profileId }) => profileId).sort()).toEqual(there.profiles.map(({ id }) => id).sort());
  expect(newest?.profiles).toHaveLength(4);
  for (const { tags } of there.profiles) expect(tags).toContain("causeway-smoke-test");
  for (const { name, applicationStatus } of newest?.profiles ?? []) {
    expect(name).toContain(`Smoketest ${newest?.word}`);
    expect(applicationStatus).toMatch(/^(REJECTED|CANCELLED)(, (REJECTED|CANCELLED))*$/);
  }
});

test.each<[SmokeStepKind, Record<string, unknown>, RegExp]>([
  ["success_status", { createdStatus: 201 }, /answered with 201/],
  ["reference_search", { searchCustomerRef: true }, /finds a profile by its customer_ref/],
  ["associate_auto_apply", { associatesAutoApply: true }, /before it is linked/],
])("an account that behaves otherwise is found out: %s", async (kind, settings, finding) => {
  await world.control("/settings", settings);
  await run();
  expect(await stepOf(kind)).toMatchObject({ result: "differs", finding: expect.stringMatching(finding) });
});

test("no webhook within a minute is a finding, and the run goes on to its end", async () => {
  await pointWebhooks(false);
  await run();
  expect(await stepOf("webhook")).toMatchObject({
    result: "not_seen",
    finding: expect.stringContaining("Webhook config"),
  });
});

test("how far search is behind is measured", async () => {
  await world.control("/settings", { indexDelayMs: 7_000 });
  await run();
  // Search is asked every half second, and the simulator's clock goes on while the test itself takes time.
  expect(await stepOf("tag_search")).toMatchObject({
    result: "proved",
    finding: expect.stringMatching(/ (?:6\.5|7) seconds /),
  });
});

test("a create whose answer is lost fails its step and is not sent again", async () => {
  await world.control("/faults", { rules: [{ operation: "create_profile", kind: "drop_after", nth: 1 }] });
  await run();
  expect(await stepOf("create_individual")).toMatchObject({ result: "failed" });
  expect(await stepOf("tag_search")).toMatchObject({ result: "not_tried" });
  // The lost one, the free-form one, the company and its associate: each once.
  expect(await profilesMade()).toHaveLength(4);
});

test("a key that is not accepted makes nothing", async () => {
  await world.control("/faults", { rules: [{ operation: "whoami", kind: "500" }] });
  await run();
  expect(await stepOf("whoami")).toMatchObject({ result: "failed" });
  expect(await stepOf("webhook")).toMatchObject({ result: "not_tried" });
  expect(await profilesMade()).toHaveLength(0);
});

test("a production key that got into this connection is found out before anything is made", async () => {
  const production = await world.ctx.db.connection.create({
    data: {
      name: "Live",
      environment: "production",
      baseUrl: "https://api.passfort.com/4.0",
      apiKeySealed: "x",
      webhookSecretSealed: "x",
      institutionName: "Riverbank Finance (demo)",
    },
  });
  await run();
  await world.ctx.db.connection.delete({ where: { id: production.id } });
  expect(await stepOf("whoami")).toMatchObject({ result: "failed", finding: expect.stringContaining("“Live”") });
  expect(await profilesMade()).toHaveLength(0);
});

test("on a production connection it is refused, whoever asks", async () => {
  const production = await world.ctx.db.connection.create({
    data: {
      name: "Live too",
      environment: "production",
      baseUrl: "https://api.passfort.com/4.0",
      apiKeySealed: "x",
      webhookSecretSealed: "x",
    },
  });
  const asked = await startSmokeRun(world.admin, production.id, noAliases);
  expect(asked).toMatchObject({ refusal: { kind: "not_met", sentence: expect.stringContaining("production") } });
  expect(await world.ctx.db.smokeRun.count({ where: { connectionId: production.id } })).toBe(0);
});

test("two people who press at the same moment start one run", async () => {
  const asked = await Promise.all([1, 2].map(() => startSmokeRun(world.admin, world.connection.id, noAliases)));
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
  expect(asked.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "not_now" } });
  expect(world.jobs).toHaveLength(1);
});

test("a job that comes twice runs once", async () => {
  const smokeRunId = await run();
  const made = (await profilesMade()).length;
  expect(await runSmoke(world.ctx, { smokeRunId }, hand)).toBe("left_alone");
  expect(await profilesMade()).toHaveLength(made);
});

test("a run whose worker died is marked as interrupted, says what may have happened, and is never repeated", async () => {
  const smokeRunId = await start();
  const stuck: SmokeHand = {
    // The worker dies while it waits: the sweep of another one finds its claim run out.
    wait: async () => {
      world.pass(60);
      await sweepSmokeRuns(world.ctx);
    },
  };
  expect(await runSmoke(world.ctx, { smokeRunId }, stuck)).toBe("left_alone");
  const made = (await profilesMade()).length;
  const [newest] = await view();
  expect(newest).toMatchObject({
    status: "interrupted",
    sentence: expect.stringContaining(`Smoketest ${newest?.word}`),
  });
  expect(newest?.steps.find(({ kind }) => kind === "tag_search")).toMatchObject({ result: "failed" });
  expect(newest?.steps.at(-1)).toMatchObject({ result: "not_tried" });
  expect(newest?.profiles.length).toBe(made);

  world.jobs.splice(0);
  await sweepSmokeRuns(world.ctx);
  expect(world.jobs).toEqual([]);
  expect(await runSmoke(world.ctx, { smokeRunId }, hand)).toBe("left_alone");
  expect(await profilesMade()).toHaveLength(made);
});

test("a run whose knock was lost is knocked for again", async () => {
  const smokeRunId = await start();
  world.jobs.splice(0);
  await sweepSmokeRuns(world.ctx);
  expect(world.jobs).toEqual([{ name: "smoke_run", payload: { smokeRunId } }]);
});

test("the last runs are kept with their dates, newest first", async () => {
  await run();
  world.pass(3600);
  await run();
  const runs = await view();
  expect(runs).toHaveLength(2);
  expect(Date.parse(runs[0]?.createdAt ?? "") - Date.parse(runs[1]?.createdAt ?? "")).toBeGreaterThanOrEqual(3_600_000);
});

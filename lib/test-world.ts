import { startSimulator } from "../simulator/start.ts";
import { type Context, closeContext, withOperator } from "./context.ts";
import { type ControlSettings, usualControl } from "./domain/control-settings.ts";
import type { Operator, Role } from "./domain/person.ts";
import { readEnv } from "./env.ts";
import { makeSealedStorage } from "./files/sealed-storage.ts";
import { silentLog } from "./log.ts";
import { makePassfort } from "./passfort/client.ts";
import type { Queues } from "./queue/dispatch.ts";
import { seal } from "./seal.ts";
import { approveChunk } from "./stages/approve/command/approve-chunk.ts";
import { submitChunk } from "./stages/approve/command/submit-chunk.ts";
import { draftChunk } from "./stages/plan/command/draft-chunk.ts";
import { savePlan } from "./stages/plan/command/save-plan.ts";
import { deliver } from "./stages/send/command/deliver.ts";
import type { Hand } from "./stages/send/command/hand.ts";
import { launchChunk } from "./stages/send/command/launch-chunk.ts";
import { stopChunk } from "./stages/send/command/stop-chunk.ts";
import { makeDb, makePool } from "./store/client.ts";
import { makePrepared } from "./store/prepared.ts";
import { withTestDatabase } from "./store/test-database.ts";
import { testPeople } from "./test-people.ts";

type Job = { name: string; payload: { deliveryId: string; generation: number } };

const stillSince = Date.parse("2026-11-23T09:00:00Z");

/**
 * A migration of synthetic people, a real database and a real simulator; the queue is a list that the test empties by hand, and time stands
 * still until `pass`. With `isRealTime` it goes by the machine's clock, as processes beside the test do.
 */
export async function openWorld({ isRealTime = false } = {}) {
  const database = await withTestDatabase();
  const simulator = await startSimulator();
  const env = readEnv({
    DATABASE_URL: database.url,
    CAUSEWAY_SECRET: "test-secret-test-secret-test-secret",
    LOG_LEVEL: "silent",
  });
  const pool = makePool(database.url, 8);
  const db = makeDb(pool);
  const jobs: Job[] = [];
  let passedMs = 0;
  const ctx: Context = {
    env,
    db,
    pool,
    prepared: makePrepared(database.url),
    queue: listQueue(jobs),
    passfort: makePassfort({ log: silentLog }),
    files: noFiles,
    documents: makeSealedStorage(noFiles, env.CAUSEWAY_SECRET),
    clock: { now: () => new Date((isRealTime ? Date.now() : stillSince) + passedMs) },
    log: silentLog,
    operator: null,
  };
  const hand: Hand = { workerId: "test", random: () => 0, wait: async () => {} };

  const person = async (name: string, role: Role) => {
    const operator: Operator = { id: name, name, email: `${name}@causeway.example`, role };
    await db.user.create({ data: operator });
    return withOperator(ctx, operator);
  };
  const operator = await person("olivia", "operator");
  const approver = await person("amir", "approver");
  const admin = await person("ada", "admin");
  const secret = (text: string) => seal(text, env.CAUSEWAY_SECRET);
  const connection = await db.connection.create({
    data: {
      name: "Simulator",
      environment: "simulator",
      baseUrl: simulator.url,
      apiKeySealed: secret("sim-demo-key"),
      webhookSecretSealed: secret("sim-webhook-secret"),
    },
  });
  const migration = await db.migration.create({
    data: { name: "Book", sourceSystem: "Legacy", createdById: "olivia" },
  });
  const file = await db.sourceFile.create({
    data: {
      migrationId: migration.id,
      name: "people.csv",
      entityType: "individual",
      status: "parsed",
      sizeBytes: 1,
      sha256: "0",
      storageKey: "x",
      columns: ["ref"],
      rowCount: 0,
      uploadedById: "olivia",
    },
  });
  const plan = {
    connectionId: connection.id,
    track: "full_onboarding",
    limitedMethod: null,
    productAliasIndividual: "individual_onboarding",
    productAliasCompany: "company_onboarding",
    tags: ["migrated"],
  } as const;
  const world = {
    ...testPeople(db, migration, file),
    ctx,
    jobs,
    hand,
    simulator,
    operator,
    approver,
    admin,
    connection,
    migration,
    file,
    plan: { ...plan, tags: [...plan.tags], control: usualControl as ControlSettings },
    /** Moves the clock on. */
    pass: (seconds: number) => {
      passedMs += seconds * 1000;
    },
    async control<T>(path: string, body?: unknown): Promise<T> {
      const response = await fetch(
        `${simulator.controlUrl}${path}`,
        body === undefined
          ? {}
          : { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } },
      );
      return (await response.json()) as T;
    },
    /** The account that is sent to, for a look or for what a person does there. */
    passfort: () =>
      ctx.passfort({ id: "look", environment: "simulator", baseUrl: simulator.url, apiKey: "sim-demo-key" }),
    /** Between two tests: no faults are ordered, nothing is under way, and the queue is empty. */
    async calm(): Promise<void> {
      await fetch(`${simulator.controlUrl}/faults`, { method: "DELETE" });
      const live = await db.chunk.findMany({ where: { status: { in: ["running", "pausing", "paused"] } } });
      for (const { id } of live) must(await stopChunk(operator, id));
      jobs.splice(0);
    },
    profilesOf: async (reference: string) =>
      (
        await world.control<{ profiles: { customer_ref: string; tags: string[] }[] }>("/profiles?limit=1000")
      ).profiles.filter((profile) => profile.customer_ref === reference),
    /** Plan, draft, submit and approve: a chunk ready to be launched. */
    async approved(clients: number, processes = 2, kind: "pilot" | "correction" = "pilot"): Promise<string> {
      must(await savePlan(operator, migration.id, world.plan));
      const { chunkId } = must(await draftChunk(operator, migration.id, { kind, clients, processes }));
      await world.submitAndApprove(chunkId);
      return chunkId;
    },
    async submitAndApprove(chunkId: string): Promise<void> {
      must(await submitChunk(operator, chunkId));
      const { fingerprint } = await db.chunk.findUniqueOrThrow({ where: { id: chunkId } });
      must(await approveChunk(approver, chunkId, { fingerprint, comment: "" }));
      await db.workerBeat.upsert({
        where: { id: "test" },
        create: { id: "test", beatAt: ctx.clock.now() },
        update: { beatAt: ctx.clock.now() },
      });
    },
    async launched(references: string[], data?: Record<string, unknown>): Promise<string> {
      // What earlier tests left over, or withdrew by a stop, must not travel in the place of these.
      await db.record.updateMany({
        where: { readiness: "ready", members: { none: { deliveries: { some: { status: { not: "withdrawn" } } } } } },
        data: { reference: null },
      });
      await world.addClients(references, "ready", data);
      const chunkId = await world.approved(references.length);
      must(await launchChunk(operator, chunkId, references.length));
      return chunkId;
    },
    /** Runs the jobs that are in the list now. @returns the words they ended with */
    async runJobs(): Promise<string[]> {
      const words: string[] = [];
      for (const { payload } of jobs.splice(0)) words.push(await deliver(ctx, payload, hand));
      return words;
    },
    deliveryOf: (reference: string) =>
      db.delivery.findFirstOrThrow({
        where: { reference },
        include: {
          steps: { orderBy: { position: "asc" } },
          attempts: { orderBy: [{ openedAt: "asc" }, { number: "asc" }] },
        },
      }),
    statusOf: async (chunkId: string) => (await db.chunk.findUniqueOrThrow({ where: { id: chunkId } })).status,
    async close() {
      await closeContext(ctx);
      await simulator.close();
      await database.drop();
    },
  };
  return world;
}
export type World = Awaited<ReturnType<typeof openWorld>>;

/** The value of an act that must succeed here. */
export function must<T>(outcome: { ok: true; value: T } | { ok: false; refusal: { sentence: string } }): T {
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  return outcome.value;
}

function listQueue(jobs: Job[]): Queues {
  const take = (name: string, payloads: readonly unknown[], goesFirst = false): void => {
    const taken = payloads.map((payload) => ({ name, payload: payload as Job["payload"] }));
    if (goesFirst) jobs.unshift(...taken);
    else jobs.push(...taken);
  };
  return {
    dispatchMany: async (...[name, payloads, where]) => take(name, payloads, where?.goesFirst),
    dispatch: async (...[name, payload]) => take(name, [payload]),
    setProcesses: async () => {},
    holdLane: async () => {},
    depthOf: async () => jobs.length,
    deliveriesIn: async () => jobs.flatMap(({ name, payload }) => (name === "deliver" ? [payload] : [])),
    emptyLane: async () => void jobs.splice(0),
    isUp: async () => true,
    close: async () => {},
  };
}

const noFiles = {
  put: () => Promise.reject(new Error("no files here")),
  get: () => {
    throw new Error("no files here");
  },
  getPart: () => {
    throw new Error("no files here");
  },
  remove: async () => {},
  freeBytes: async () => 0,
  reach: async () => {},
};

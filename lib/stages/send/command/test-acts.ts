import fc from "fast-check";
import { expect } from "vitest";
import { pauseChunk } from "./pause-chunk.ts";
import { pauseEverything } from "./pause-everything.ts";
import { resumeChunk } from "./resume-chunk.ts";
import { retryFailed } from "./retry-failed.ts";
import { sendGaps } from "./send-gaps.ts";
import { setProcesses } from "./set-processes.ts";
import { stopChunk } from "./stop-chunk.ts";
import { sweepDeliveries } from "./sweep.ts";
import type { Scene } from "./test-scene.ts";
import { expectTruths } from "./test-truths.ts";

/** What the model knows: whether the chunk was stopped for good. Everything else is read from the rows and from the simulator. */
export type Model = { isStopped: boolean };
type Act = fc.AsyncCommand<Model, Scene>;

/** As many workers stand at most. */
const standingMax = 5;
const allMoments = 10_000;
const workerIds = ["worker-a", "worker-b", "worker-c"] as const;

const act = (name: string, run: (scene: Scene, model: Model) => Promise<unknown>): Act => ({
  check: () => true,
  async run(model, scene) {
    await run(scene, model);
    await expectTruths(scene);
  },
  toString: () => name,
});

const pick = fc.nat({ max: 20 });
const workerId = fc.constantFrom(...workerIds);
/** A worker stops somewhere, or comes to its end. */
const moments = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 25 }) },
  { weight: 1, arbitrary: fc.constant(allMoments) },
);
const nth = <T>(all: readonly T[], at: number): T | undefined => all[at % all.length];

const takeJob = fc.record({ pick, workerId, moments }).map((given) =>
  act(`${given.workerId} takes job ${given.pick} and goes ${given.moments} moments`, async (scene) => {
    const { jobs } = scene.world;
    if (jobs.length === 0 || scene.standing().length >= standingMax) return;
    scene.jobsEver();
    const [job] = jobs.splice(given.pick % jobs.length, 1);
    if (job) await (await scene.startWorker(job.payload, given.workerId)).goOn(given.moments);
  }),
);

const takeDoubledJob = fc.record({ pick, workerId, moments }).map((given) =>
  act(`${given.workerId} takes job ${given.pick} once more and goes ${given.moments} moments`, async (scene) => {
    const job = nth(scene.jobsEver().toReversed(), given.pick);
    if (!job || scene.standing().length >= standingMax) return;
    await (await scene.startWorker(job, given.workerId)).goOn(given.moments);
  }),
);

const goOn = fc
  .record({ pick, moments })
  .map((given) =>
    act(`worker ${given.pick} goes on for ${given.moments} moments`, async (scene) =>
      nth(scene.standing(), given.pick)?.goOn(given.moments),
    ),
  );

/**
 * The likeliest way to meet a stalled worker: one takes a job, its claim runs out, another one takes the same client, and the first wakes up
 * while the other is at work. By chance alone the four hardly meet.
 */
const stall = fc
  .record({ pick, first: workerId, goes: moments, second: workerId, follows: moments, wakes: moments })
  .map((given) =>
    act(
      `${given.first} takes job ${given.pick}, goes ${given.goes} moments and stalls; ${given.second} takes its client, goes ${given.follows}; the first wakes up and goes ${given.wakes}`,
      async (scene) => {
        const { world } = scene;
        const { jobs } = world;
        if (jobs.length === 0 || scene.standing().length + 2 > standingMax) return;
        scene.jobsEver();
        const [job] = jobs.splice(given.pick % jobs.length, 1);
        if (!job) return;
        const stalled = await scene.startWorker(job.payload, given.first);
        await stalled.goOn(given.goes);
        await scene.pass(25);
        await sweepDeliveries(world.ctx);
        scene.jobsEver();
        const at = jobs.findIndex(({ payload }) => payload.deliveryId === job.payload.deliveryId);
        const [again] = at === -1 ? [] : jobs.splice(at, 1);
        if (again) await (await scene.startWorker(again.payload, given.second)).goOn(given.follows);
        await stalled.goOn(given.wakes);
      },
    ),
  );

const die = pick.map((at) => act(`worker ${at} dies`, async (scene) => nth(scene.standing(), at)?.die()));

const faultKinds = [
  "drop_before",
  "drop_after",
  "drop_late",
  "502_html",
  "500",
  "truncated_json",
  "429",
  "delay",
  "errors_in_200",
] as const;
const operations = [
  "create_profile",
  "create_profile",
  "add_tag",
  "replace_collected_data",
  "get_collected_data",
  "search_profiles",
  "get_profile",
  "*",
] as const;
const fault = fc
  .record({
    operation: fc.constantFrom(...operations),
    kind: fc.constantFrom(...faultKinds),
    nth: fc.integer({ min: 1, max: 3 }),
    code: fc.constantFrom(201, 201, 201, 104),
    lateMs: fc.constantFrom(2_000, 20_000, 40_000, 59_000),
  })
  .map(({ code, lateMs, ...rule }) => ({
    ...rule,
    ...(rule.kind === "errors_in_200" ? { code } : {}),
    ms: rule.kind === "drop_late" ? lateMs : 600,
  }))
  .map((rule) =>
    act(`Passfort will do wrong: ${JSON.stringify(rule)}`, async ({ world }) => {
      const given = { ...rule, ...(rule.kind === "429" ? { retrySecs: 3 } : {}) };
      const { rules } = await world.control<{ rules?: unknown[] }>("/faults", { rules: [given] });
      expect(rules).toContainEqual(expect.objectContaining(rule));
    }),
  );

const pass = fc
  .constantFrom(1, 4, 10, 25, 70)
  .map((seconds) => act(`${seconds} s pass`, (scene) => scene.pass(seconds)));
const plain = (name: string, run: (scene: Scene, model: Model) => Promise<unknown>) => fc.constant(act(name, run));
const beat = plain("the hearts of workers beat", (scene) => scene.beat());
const sweep = plain("a sweep", ({ world }) => sweepDeliveries(world.ctx));
const forget = plain("the queue forgets its jobs", async (scene) => {
  scene.jobsEver();
  scene.world.jobs.splice(0);
});
const edit = plain("a person will edit the next company that is linked", async (scene) => scene.editNext());

const pause = plain("pause", ({ operator, chunkId }) => pauseChunk(operator, chunkId));
const pauseAll = plain("pause everything", ({ operator }) => pauseEverything(operator, { reason: "test" }));
const resume = plain("resume", ({ operator, chunkId }) => resumeChunk(operator, chunkId));
const stop = plain("stop", async ({ operator, chunkId }, model) => {
  const { ok } = await stopChunk(operator, chunkId);
  model.isStopped ||= ok;
});
const retry = plain("send the failed again", ({ operator, chunkId }) => retryFailed(operator, chunkId));
const gaps = plain("send the gaps again", ({ operator, chunkId }) => sendGaps(operator, chunkId));
const brake = fc
  .record({ to: fc.integer({ min: 1, max: 3 }), seen: fc.integer({ min: 1, max: 3 }) })
  .map(({ to, seen }) =>
    act(`${to} processes instead of ${seen}`, ({ operator, chunkId }) =>
      setProcesses(operator, chunkId, { processes: to, seen }),
    ),
  );

/** The likelier ones stand several times. */
const chosen: fc.Arbitrary<Act>[] = [
  ...[takeJob, takeJob, takeJob, takeJob],
  ...[takeDoubledJob, takeDoubledJob],
  ...[goOn, goOn, goOn, goOn, goOn],
  ...[stall, stall, stall, stall],
  ...[fault, fault, fault, pass, pass, pass, sweep, sweep, sweep],
  ...[die, beat, forget, edit, pause, pauseAll, resume, resume, stop, retry, gaps, brake],
];
export const acts = (maxCommands: number) => fc.commands(chosen, { maxCommands, size: "max" });

import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Context } from "../../../context.ts";
import { faultWords } from "../../../domain/fault-words.ts";
import { smokeRunMachine } from "../../../domain/smoke-run.ts";
import { type SmokeStepKind, smokeStepKinds } from "../../../domain/smoke-step.ts";
import { digestOf } from "../../../seal.ts";
import { leaveCallPlace, takeCallPlace } from "../../../store/call-place.ts";
import { openConnection } from "../../../store/open-connection.ts";
import { transition } from "../../../store/transition.ts";
import { type Finding, failed, notTried } from "../finding.ts";
import { claimUntil, keepSmokeClaim } from "./keep-smoke-claim.ts";
import { stepDoers } from "./step-doers.ts";
import { openTrial, type SmokeHand, type Trial } from "./trial.ts";

export const patientHand: SmokeHand = { wait: (ms) => wait(ms) };

/**
 * Runs a smoke run from its first step to its last, storing each result as it comes; its calls, one after the other, have one place among those of
 * the account. It is taken up once only: a doubled job, or one that comes back after its worker died, finds the run under way or ended and does nothing.
 */
export async function runSmoke(
  ctx: Context,
  { smokeRunId }: { smokeRunId: string },
  hand: SmokeHand = patientHand,
): Promise<"finished" | "left_alone"> {
  const run = await ctx.db.smokeRun.findUnique({ where: { id: smokeRunId } });
  if (run?.status !== "queued") return "left_alone";
  const { connectionId } = run;
  const now = ctx.clock.now();
  const callPlaceId = await takeCallPlace(ctx.db, { connectionId, now, until: claimUntil(now) });
  // A chunk was launched since. The sweep knocks for it again.
  if (callPlaceId === null) return "left_alone";
  return runInPlace(ctx, smokeRunId, callPlaceId, hand).finally(() =>
    leaveCallPlace(ctx.db, callPlaceId, ctx.clock.now()),
  );
}

async function runInPlace(
  ctx: Context,
  smokeRunId: string,
  callPlaceId: string,
  hand: SmokeHand,
): Promise<"finished" | "left_alone"> {
  const startedAt = ctx.clock.now();
  const isOurs = await transition(ctx.db, smokeRunMachine, {
    id: smokeRunId,
    from: "queued",
    to: "running",
    byId: null,
    because: "a worker took it up",
    set: { startedAt, claimedUntil: claimUntil(startedAt) },
  });
  if (!isOurs) return "left_alone";
  const release = keepSmokeClaim(ctx, smokeRunId, callPlaceId);
  try {
    const trial = await trialOf(ctx, smokeRunId, startedAt, hand);
    return (await walk(trial)) ? "finished" : "left_alone";
  } finally {
    release();
  }
}

async function trialOf(ctx: Context, runId: string, startedAt: Date, hand: SmokeHand): Promise<Trial> {
  const run = await ctx.db.smokeRun.findUniqueOrThrow({ where: { id: runId } });
  const connection = await openConnection(ctx, run.connectionId);
  if (!connection) throw new Error("A smoke run has lost its connection.");
  return openTrial(ctx, hand, {
    runId,
    connection,
    keyDigest: digestOf(connection.apiKey, ctx.env.CAUSEWAY_SECRET),
    startedAt,
    productAlias: { individual: run.productAliasIndividual, company: run.productAliasCompany },
  });
}

/** Step after step. A key that does not open the account it should ends it before anything is made. @returns false when the run was taken away */
async function walk(trial: Trial): Promise<boolean> {
  let stopped = false;
  for (const [index, kind] of smokeStepKinds.entries()) {
    const position = index + 1;
    if (!(await store(trial, position, { startedAt: trial.ctx.clock.now() }))) return false;
    const began = trial.ctx.clock.now().getTime();
    const found = stopped ? notTried("The account could not be used.") : await attempt(trial, kind);
    const durationMs = stopped ? 0 : trial.ctx.clock.now().getTime() - began;
    if (!(await store(trial, position, { ...found, durationMs }))) return false;
    if (kind === "whoami" && found.result !== "proved") stopped = true;
  }
  return transition(trial.ctx.db, smokeRunMachine, {
    id: trial.runId,
    from: "running",
    to: "finished",
    byId: null,
    because: "every step has its result",
    set: { endedAt: trial.ctx.clock.now() },
  });
}

/** A fault of ours in one step must not keep the later ones from tidying up. */
async function attempt(trial: Trial, kind: SmokeStepKind): Promise<Finding> {
  try {
    return await stepDoers[kind](trial);
  } catch (fault) {
    const errorId = randomUUID();
    trial.ctx.log.error("a step of a smoke run broke", {
      smokeRunId: trial.runId,
      step: kind,
      errorId,
      cause: faultWords(fault),
    });
    return failed(`The panel itself broke in this step. Report this id: ${errorId}`);
  }
}

type Stored = Partial<Finding> & { startedAt?: Date; durationMs?: number };

/** Only while the run is ours: once it was given up, nothing more is written, and nothing more is made. */
async function store(trial: Trial, position: number, data: Stored): Promise<boolean> {
  const { count } = await trial.ctx.db.smokeStep.updateMany({
    where: { runId: trial.runId, position, run: { status: "running" } },
    data,
  });
  return count === 1;
}

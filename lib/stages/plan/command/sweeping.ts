import type { Context } from "../../../context.ts";
import { type CallResult, type Failure, notRunningCode } from "../../../domain/failure.ts";
import type { PassfortClient } from "../../../passfort/client.ts";
import type { ProfileSweep } from "../../../store/generated/client.ts";
import { inCallPlace } from "../../../store/in-call-place.ts";
import { openConnection } from "../../../store/open-connection.ts";

/** A sweep at work. `ask` waits and asks again while Passfort is busy or away, and gives up with an `Unswept`. */
export type Sweeping = {
  ctx: Context;
  sweep: ProfileSweep;
  passfort: PassfortClient;
  ask<T>(call: () => Promise<CallResult<T>>): Promise<CallResult<T>>;
};

/** Passfort did not let itself be looked through. The message is for a person. */
export class Unswept extends Error {}
/** A person stopped the sweep. */
export class Stopped extends Error {}

const triesMax = 6;
const firstWaitMs = 1_000;
const placeWaitMs = 250;
export type Pause = (ms: number) => Promise<unknown>;

export async function openSweeping(ctx: Context, sweep: ProfileSweep, pause: Pause): Promise<Sweeping> {
  const connection = await openConnection(ctx, sweep.connectionId);
  if (!connection) throw new Unswept("The connection does not exist any more.");
  const isRunning = async () => (await ctx.db.profileSweep.count({ where: { id: sweep.id, status: "running" } })) === 1;
  /** Waits, however long, while others make all the calls that the account may have in flight. */
  const inTurn = async <T>(call: () => Promise<T>): Promise<T> => {
    for (;;) {
      const called = await inCallPlace(ctx, sweep.connectionId, call);
      if (called) return called.answer;
      if (!(await isRunning())) throw new Stopped();
      await pause(placeWaitMs);
    }
  };
  return {
    ctx,
    sweep,
    passfort: ctx.passfort(connection, isRunning),
    async ask(call) {
      for (let tries = 1; ; tries += 1) {
        const answer = await inTurn(call);
        // What is refused is for the asker to understand.
        if (answer.ok || answer.failure.kind === "refused") return answer;
        if (answer.failure.code === notRunningCode) throw new Stopped();
        if (answer.failure.kind === "halted" || tries === triesMax) throw new Unswept(unsweptSentence(answer.failure));
        await pause(waitMsOf(answer.failure, tries));
      }
    },
  };
}

const waitMsOf = (failure: Failure, tries: number): number =>
  failure.kind === "throttled" ? failure.retryAfterMs : firstWaitMs * 2 ** (tries - 1);

const unsweptSentence = (failure: Failure): string =>
  failure.kind === "halted"
    ? `Passfort does not let this key look: ${failure.message}`
    : `Passfort did not answer ${triesMax} times, the last time with: ${failure.message} What was found so far is kept; start again later.`;

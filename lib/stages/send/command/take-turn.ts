import type { Context } from "../../../context.ts";
import type { LimitedCall } from "../../../domain/call-limit.ts";
import { processesMax } from "../../../domain/chunk.ts";
import type { StepKind } from "../../../domain/delivery.ts";
import type { CallResult } from "../../../domain/failure.ts";
import { type CallTurn, readCallLimit, type StoredLimit, storeCallLimit } from "../../../store/call-limit.ts";
import { mayStillCall } from "../../../store/open-attempt.ts";
import {
  afterAnswer,
  afterLeaving,
  type CallLimit,
  goesInTurn,
  holdMsOf,
  isAsExpected,
  perHourOf,
  unknownLimit,
  waitMsOf,
} from "../call-limit.ts";
import type { Ending } from "../ending.ts";
import { limitedCallOf } from "../limited-call-of.ts";
import { pacingSentence } from "../pacing-sentence.ts";
import { holdLane } from "./hold-chunk.ts";
import type { Passage } from "./passage.ts";
import { writeDown } from "./write-down.ts";

/**
 * The call may leave, if its `place` in the bucket can be taken in the statement that opens its attempt (null: it needs none, or has it). `taken` says
 * whether it could. `ended` says what its answer told of the limit; null when the call was not made after all.
 */
export type Turn = {
  word: "your_turn";
  place: CallTurn | null;
  taken(isTurn: boolean): void;
  ended(call: CallResult<unknown> | null): Promise<void>;
};

/** A delivery in hand waits so long for its turn; after that it is put down. */
const patienceMs = 6_000;
/** A pause is noticed within this. */
const lookEveryMs = 500;
/** Where calls leave one after the other, the next one looks often. */
const inTurnEveryMs = 40;
/** Workers together make as many calls at once (product, invariant 3). */
const processes = processesMax;

/**
 * Waits until a limited call may leave, so that Passfort never has to answer 429: all workers share one mirror of its
 * bucket. While it is empty the lane is held by the chunk's row, and who has a delivery in hand waits with it.
 */
export async function takeTurn(ctx: Context, passage: Passage, kind: StepKind): Promise<Turn | Ending> {
  const call: LimitedCall | null = limitedCallOf[kind];
  if (call === null) return unlimited;
  const place = { connectionId: passage.connectionId, call };
  let waitedMs = 0;
  let isHeld = false;
  for (;;) {
    const now = ctx.clock.now().getTime();
    const guess = remembered.get(keyOf(place));
    const isGuess = guess !== undefined && waitMsOf(guess, processes, now) === 0;
    const stored = isGuess ? guess : await readCallLimit(ctx.prepared, passage.connectionId, call);
    const limit = stored ?? unknownLimit(now);
    const waitMs = waitMsOf(limit, processes, now);
    if (waitMs === 0) {
      const left = roundedUp(afterLeaving(limit, processes, now));
      if (stored) return turnOf(ctx, place, left, { ...place, before: stored, after: left });
      if (await keep(ctx, place, null, left)) return turnOf(ctx, place, left, null);
      continue;
    }
    await writeDown(ctx, passage);
    const isInTurn = goesInTurn(limit, processes) && limit.busyUntilMs !== null && limit.busyUntilMs > now;
    if (!isInTurn && !isHeld) {
      const because = pacingSentence(call, perHourOf(limit));
      await holdLane(ctx, passage, { waitMs: holdMsOf(limit, processes, now), because });
      isHeld = true;
    }
    if (waitedMs >= patienceMs || (!isInTurn && waitMs > patienceMs))
      return {
        word: "held",
        waitMs: isInTurn ? lookEveryMs : waitMs,
        because: pacingSentence(call, perHourOf(limit)),
        stillUncertain: false,
      };
    const pauseMs = Math.min(waitMs, isInTurn ? inTurnEveryMs : lookEveryMs);
    await passage.hand.wait(pauseMs);
    waitedMs += pauseMs;
    if (!(await mayStillCall(ctx.prepared, passage.deliveryId, passage.claimedBy, ctx.clock.now())))
      return { word: "not_running" };
  }
}

const unlimited: Turn = { word: "your_turn", place: null, taken: () => {}, ended: async () => {} };

/** Tries to write down what an answer told; others write at the same time. What is lost is told by the next answer. */
const triesToTell = 5;

type Place = { connectionId: string; call: LimitedCall };

/**
 * What this process wrote last. It is only a guess that saves a question: writing compares it with the row, and a guess
 * that is wrong is forgotten.
 */
const remembered = new Map<string, StoredLimit>();
const keyOf = ({ connectionId, call }: Place) => `${connectionId} ${call}`;

const roundedUp = (limit: CallLimit): CallLimit => ({ ...limit, arrivalMs: Math.ceil(limit.arrivalMs) });

async function keep(ctx: Context, place: Place, before: StoredLimit | null, after: CallLimit): Promise<boolean> {
  const rounded = roundedUp(after);
  const isKept = await storeCallLimit(ctx.prepared, place, before, rounded);
  remember(place, isKept ? rounded : null);
  return isKept;
}

function remember(place: Place, limit: StoredLimit | null): void {
  if (limit) remembered.set(keyOf(place), limit);
  else remembered.delete(keyOf(place));
}

function turnOf(ctx: Context, place: Place, left: CallLimit, turn: CallTurn | null): Turn {
  return {
    word: "your_turn",
    place: turn,
    taken: (isTurn) => remember(place, isTurn ? left : null),
    async ended(call) {
      const seen = call?.limit ?? null;
      const answered = { call: left.calls, seen, isSuccess: call?.ok ?? false };
      if (isAsExpected(left, seen, processes, ctx.clock.now().getTime())) return;
      const tell = async () => {
        for (let tries = 0; tries < triesToTell; tries += 1) {
          const now = ctx.clock.now().getTime();
          const stored = await readCallLimit(ctx.prepared, place.connectionId, place.call);
          if (!stored || isAsExpected(stored, seen, processes, now)) return;
          if (await keep(ctx, place, stored, afterAnswer(stored, answered, processes, now))) return;
        }
      };
      // What was called is more important than what the limit is: it must be written down whatever happens here.
      await tell().catch(() => ctx.log.warn("what is left of a limit could not be kept", place));
    },
  };
}

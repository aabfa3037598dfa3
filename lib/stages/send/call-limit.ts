import { documentedPerHour, type LimitSeen, tokensOf } from "../../domain/call-limit.ts";
import { endedWithinMs } from "../../domain/lost-call.ts";

/**
 * The panel's mirror of one bucket of Passfort's: calls flow in, one drains every `intervalMs`, and a bucket that would
 * run over answers 429 (GCRA, API contract §1.4). It counts a call when it leaves; Passfort counts it when it arrives.
 * Times in ms since 1970.
 */
export type CallLimit = {
  intervalMs: number;
  /** Calls that certainly fit: the most that were ever seen left, and the one that was answered. */
  burst: number;
  /** When the bucket is full again if nobody calls. */
  arrivalMs: number;
  /** Where calls leave one after the other: the one under way keeps the others waiting, at most until then. */
  busyUntilMs: number | null;
  /** Calls that left so far. */
  calls: number;
};

export const documentedIntervalMs = 3_600_000 / documentedPerHour;
/** A call whose answer never came. */
const busyMsMax = endedWithinMs;
/** A limit tighter than documented is tried again after so long at the latest. */
const intervalMsMax = 30_000;
/** A lane that is held starts again with several calls, not with one. */
const holdMsMax = 5_000;
/** Passfort tells whole seconds, rounded up. */
const roundingMs = 1_000;

/** Before the first answer that tells of it nobody knows the bucket: calls leave one after the other, without another wait. */
export const unknownLimit = (now: number): CallLimit => ({
  intervalMs: 0,
  burst: 1,
  arrivalMs: now,
  busyUntilMs: null,
  calls: 0,
});

/**
 * A bucket keeps one place free for each process: as many calls may be on their way, and may arrive together. Where that
 * would be half of it or more, calls leave one after the other instead, each when the one before has been answered.
 */
export const goesInTurn = (limit: Pick<CallLimit, "burst">, processes: number): boolean => limit.burst <= 2 * processes;

const tokensNeeded = (limit: CallLimit, processes: number) => (goesInTurn(limit, processes) ? 1 : processes + 1);

/** Milliseconds until the next limited call may leave; 0: now. */
export function waitMsOf(limit: CallLimit, processes: number, now: number): number {
  if (goesInTurn(limit, processes) && limit.busyUntilMs !== null && limit.busyUntilMs > now)
    return limit.busyUntilMs - now;
  return msUntilTokens(limit, tokensNeeded(limit, processes), now);
}

/** How long the lane is best held, when the next call may not leave yet: until a handful may leave together. */
export function holdMsOf(limit: CallLimit, processes: number, now: number): number {
  const needed = tokensNeeded(limit, processes);
  if (goesInTurn(limit, processes)) return msUntilTokens(limit, needed, now);
  const more = Math.min((limit.burst - needed) / 2, holdMsMax / limit.intervalMs);
  return msUntilTokens(limit, needed + Math.max(0, Math.floor(more)), now);
}

/** The mirror once a call has left. Nobody else may have changed it meanwhile (lib/store/call-limit.ts). */
export function afterLeaving(limit: CallLimit, processes: number, now: number): CallLimit {
  return {
    ...limit,
    arrivalMs: Math.max(limit.arrivalMs, now) + limit.intervalMs,
    busyUntilMs: goesInTurn(limit, processes) ? now + busyMsMax : null,
    calls: limit.calls + 1,
  };
}

export type Answered = {
  /** Which call it was: `calls` as it was when it had left. */
  call: number;
  /** What the answer said. Null: it said nothing of a limit, or there was none. */
  seen: LimitSeen | null;
  isSuccess: boolean;
};

/** The mirror once a call has been answered, corrected by what Passfort said. */
export function afterAnswer(limit: CallLimit, answered: Answered, processes: number, now: number): CallLimit {
  const { seen, call, isSuccess } = answered;
  const wasAlone = goesInTurn(limit, processes) && call === limit.calls;
  const free = wasAlone ? { busyUntilMs: null } : {};
  if (seen === null) {
    // A yes without a word of a limit: there is none. A 429 would still hold the lane.
    if (isSuccess) return { ...limit, ...free, burst: withoutLimit, arrivalMs: now };
    return { ...limit, ...free };
  }
  const burst = Math.max(limit.burst, seen.remaining + 1);
  const intervalMs = intervalMsOf(burst, seen);
  // What left after this call, and what may have left before it and arrived after it, is not in Passfort's number yet.
  const onTheWay = wasAlone ? 0 : limit.calls - call + processes - 1;
  const own = tokensOf({ ...limit, burst }, now);
  const tokens = Math.min(seen.remaining, Math.max(seen.remaining - onTheWay, wasAlone ? seen.remaining : own));
  return { ...limit, ...free, burst, intervalMs, arrivalMs: now + (burst - tokens) * intervalMs };
}

/** Is what an answer said so close to the mirror as it was when the call left that writing it down changes nothing? */
export function isAsExpected(limit: CallLimit, seen: LimitSeen | null, processes: number, now: number): boolean {
  if (seen === null || goesInTurn(limit, processes) || seen.remaining >= limit.burst) return false;
  const tokens = tokensOf(limit, now);
  return (
    tokens <= seen.remaining &&
    tokens >= seen.remaining - 3 * processes &&
    intervalMsOf(limit.burst, seen) === limit.intervalMs
  );
}

/** Calls an hour that this limit lets through, as people read it. */
export const perHourOf = (limit: Pick<CallLimit, "intervalMs">): number =>
  Math.round(3_600_000 / (limit.intervalMs || documentedIntervalMs));

const withoutLimit = 1_000_000_000;

/**
 * The documented interval, unless the bucket needs longer to fill than it would with it. `burst` may be less than the
 * bucket really holds; the interval is then too long, which costs nothing: what has drained meanwhile is seen with the next answer.
 */
function intervalMsOf(burst: number, { remaining, resetMs }: LimitSeen): number {
  const used = Math.max(1, burst - remaining);
  if (resetMs - roundingMs <= used * documentedIntervalMs) return documentedIntervalMs;
  return Math.min(intervalMsMax, Math.max(documentedIntervalMs, resetMs / used));
}

function msUntilTokens(limit: CallLimit, tokens: number, now: number): number {
  return Math.max(0, limit.arrivalMs - now - (limit.burst - tokens) * limit.intervalMs);
}

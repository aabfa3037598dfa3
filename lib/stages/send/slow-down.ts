import { calmAgain } from "../../domain/chunk-pace.ts";

/** What the calls of one kind came to: lately, and in the calm time before. Durations are medians, in ms. */
export type CallsOfKind = {
  recent: { count: number; troubled: number; medianMs: number | null };
  before: { count: number; medianMs: number | null };
};

export type Slowness = {
  /** Processes a person allows. */
  allowed: number;
  /** Slowed down to; null: not slowed down. */
  slowedTo: number | null;
  /** ms since the last change; null: there was none. */
  sinceChangeMs: number | null;
  calls: readonly CallsOfKind[];
};

export type SlowDown = { to: number | null; because: string | null };

/** The sliding window, and how far back the calm time before it reaches. */
export const recentMs = 30_000;
export const beforeMs = 300_000;
/** A change shows in the numbers after a whole window; then the next may be decided. */
const settleMs = recentMs;
const calmMs = 60_000;
/** Fewer calls say nothing. */
const callsMin = 10;
/** The share of calls without an answer at which fewer are sent, and below which it is calm. */
const troubledMax = 0.2;
const troubledCalm = 0.05;
/** Times as slow as before. Below some ms more nobody is served by fewer processes. */
const slowerMax = 2;
const slowerCalm = 1.5;
const slowerByMsMin = 150;

/**
 * Fewer processes when Passfort is in trouble, at once and by half; one more after each calm while.
 * @returns what changes, or null
 */
export function slowDownOf(seen: Slowness): SlowDown | null {
  const present = Math.min(seen.allowed, seen.slowedTo ?? seen.allowed);
  const hasSettled = seen.sinceChangeMs === null || seen.sinceChangeMs >= settleMs;
  const trouble = troubleOf(seen.calls);
  if (trouble.isTrouble) {
    const to = Math.max(1, Math.floor(present / 2));
    return hasSettled && to < present ? { to, because: trouble.because } : null;
  }
  if (seen.slowedTo === null) return null;
  const isCalm = trouble.isCalm && seen.sinceChangeMs !== null && seen.sinceChangeMs >= calmMs;
  if (!isCalm) return null;
  return present + 1 >= seen.allowed ? { to: null, because: null } : { to: present + 1, because: calmAgain };
}

type Trouble = { isTrouble: true; because: string } | { isTrouble: false; isCalm: boolean };

function troubleOf(calls: readonly CallsOfKind[]): Trouble {
  const count = calls.reduce((sum, { recent }) => sum + recent.count, 0);
  const troubled = calls.reduce((sum, { recent }) => sum + recent.troubled, 0);
  const share = count === 0 ? 0 : troubled / count;
  if (count >= callsMin && share >= troubledMax)
    return { isTrouble: true, because: `${Math.round(share * 100)} % of the calls to Passfort got no answer` };
  const { nowMs, beforeMs: calm } = latencyOf(calls);
  const isSlow = count >= callsMin && calm > 0 && nowMs >= calm * slowerMax && nowMs - calm >= slowerByMsMin;
  if (isSlow) return { isTrouble: true, because: `Passfort answers slowly (${words(nowMs)}, before ${words(calm)})` };
  const isStillSlow = calm > 0 && nowMs > calm * slowerCalm && nowMs - calm >= slowerByMsMin;
  return { isTrouble: false, isCalm: share <= troubledCalm && !isStillSlow };
}

/** How long a call takes now and took before, over the mix of calls there is now: a tag is quicker than a profile. */
function latencyOf(calls: readonly CallsOfKind[]): { nowMs: number; beforeMs: number } {
  let [count, now, before] = [0, 0, 0];
  for (const kind of calls) {
    if (kind.recent.medianMs === null || kind.before.medianMs === null || kind.before.count < callsMin) continue;
    count += kind.recent.count;
    now += kind.recent.count * kind.recent.medianMs;
    before += kind.recent.count * kind.before.medianMs;
  }
  return count === 0 ? { nowMs: 0, beforeMs: 0 } : { nowMs: now / count, beforeMs: before / count };
}

const words = (ms: number) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

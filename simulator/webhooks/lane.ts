import type { Account } from "../account.ts";
import type { Attempt } from "./deliver.ts";
import type { Message } from "./message.ts";

/** The queue of one account with what is going on in it. */
export type Lane = {
  queue: Message[];
  isSending: boolean;
  failures: number;
  /** The next request that is planned: a batch being gathered, or another try. */
  planned: { at: number; cancel: () => void } | null;
  /** Set while what was accepted is sent once more, because a lost answer was ordered. */
  isRepeat: boolean;
  lastProcessedAt: number | null;
  stalledSince: number | null;
  delivered: number;
  attempts: Attempt[];
};

export type OutboxState = {
  /** `retrying` is after a failure, `stalled` after as many in a row as the account's settings say. */
  condition: "off" | "idle" | "working" | "retrying" | "stalled";
  waiting: number;
  isStalled: boolean;
  stalledSince: string | null;
  failuresInARow: number;
  nextAttemptAt: string | null;
  lastProcessedAt: string | null;
  delivered: number;
  /** The ten most recent, newest first. */
  attempts: Attempt[];
};

export function emptyLane(): Lane {
  return {
    queue: [],
    isSending: false,
    failures: 0,
    planned: null,
    isRepeat: false,
    lastProcessedAt: null,
    stalledSince: null,
    delivered: 0,
    attempts: [],
  };
}

export function stateOfLane(account: Account, lane: Lane): OutboxState {
  return {
    condition: conditionOf(account, lane),
    waiting: lane.queue.length,
    isStalled: lane.stalledSince !== null,
    stalledSince: isoOf(lane.stalledSince),
    failuresInARow: lane.failures,
    nextAttemptAt: isoOf(lane.planned?.at ?? null),
    lastProcessedAt: isoOf(lane.lastProcessedAt),
    delivered: lane.delivered,
    attempts: lane.attempts,
  };
}

function conditionOf({ webhook }: Account, lane: Lane): OutboxState["condition"] {
  if (!webhook.enabled || !webhook.endpoint) return "off";
  if (lane.stalledSince !== null) return "stalled";
  if (lane.queue.length === 0) return "idle";
  return lane.failures > 0 ? "retrying" : "working";
}

function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

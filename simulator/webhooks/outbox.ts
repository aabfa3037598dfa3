import type { Account } from "../account.ts";
import type { Clock } from "../clock.ts";
import { type Attempt, deliver } from "./deliver.ts";
import type { Message } from "./message.ts";

/**
 * The webhook queue of each account: strictly first in, first out, one at a time, repeated until HTTP 200. A message
 * that is not accepted holds back all that follow (API contract §8.4). Back-off times are inferred.
 */
export type Outbox = {
  /** Queues a message if the account wants this event and has somewhere to send it; otherwise it is lost, as in life. */
  put(account: Account, message: Message): void;
  /** "Retry now" of the portal: an attempt at once, whatever the back-off says. */
  retryNow(account: Account): void;
  /** Disabling webhooks drops what waits. */
  clear(account: Account): void;
  state(account: Account): OutboxState;
  waiting(account: Account): Message[];
  restore(account: Account, messages: Message[]): void;
};

export type OutboxState = {
  waiting: number;
  isStalled: boolean;
  failuresInARow: number;
  nextAttemptAt: string | null;
  lastProcessedAt: string | null;
  delivered: number;
  /** The ten most recent, newest first. */
  attempts: Attempt[];
};

type Lane = {
  queue: Message[];
  isSending: boolean;
  failures: number;
  nextAttemptAt: number | null;
  cancelRetry: () => void;
  lastProcessedAt: number | null;
  delivered: number;
  attempts: Attempt[];
};

const ATTEMPTS_KEPT = 10;

export function createOutbox({
  clock,
  fetch,
  changed,
}: {
  clock: Clock;
  fetch: typeof globalThis.fetch;
  changed: () => void;
}): Outbox {
  const lanes = new Map<Account, Lane>();

  function laneOf(account: Account): Lane {
    const known = lanes.get(account) ?? emptyLane();
    lanes.set(account, known);
    return known;
  }

  async function pump(account: Account, lane: Lane): Promise<void> {
    if (lane.isSending || lane.nextAttemptAt !== null) return;
    lane.isSending = true;
    for (let message = lane.queue[0]; message && account.webhook.endpoint; message = lane.queue[0]) {
      const attempt = await deliver(fetch, account.webhook, message, clock.now());
      lane.attempts = [attempt, ...lane.attempts].slice(0, ATTEMPTS_KEPT);
      if (attempt.status !== 200) {
        lane.failures += 1;
        if (lane.queue[0] === message) waitThenPump(account, lane);
        break;
      }
      lane.failures = 0;
      lane.delivered += 1;
      lane.lastProcessedAt = clock.now();
      if (lane.queue[0] === message) lane.queue.shift();
      changed();
    }
    lane.isSending = false;
    if (lane.queue.length > 0 && account.webhook.endpoint) void pump(account, lane);
  }

  function waitThenPump(account: Account, lane: Lane): void {
    const { retryFirstMs, retryMaxMs } = account.webhook;
    const waitMs = Math.min(retryFirstMs * 2 ** (lane.failures - 1), retryMaxMs);
    lane.nextAttemptAt = clock.now() + waitMs;
    lane.cancelRetry = clock.after(waitMs, () => goOn(account, lane));
  }

  function goOn(account: Account, lane: Lane): void {
    lane.cancelRetry();
    lane.nextAttemptAt = null;
    void pump(account, lane);
  }

  return {
    put(account, message) {
      const { enabled, endpoint, events } = account.webhook;
      if (!enabled || !endpoint || !events.includes(message.event)) return;
      const lane = laneOf(account);
      lane.queue.push(message);
      changed();
      void pump(account, lane);
    },
    retryNow: (account) => goOn(account, laneOf(account)),
    clear(account) {
      const lane = laneOf(account);
      lane.cancelRetry();
      lanes.set(account, emptyLane());
      // The old lane may be waiting for an answer; with its queue empty it ends by itself.
      lane.queue.length = 0;
    },
    state: (account) => stateOf(account, laneOf(account)),
    waiting: (account) => [...laneOf(account).queue],
    restore(account, messages) {
      const lane = laneOf(account);
      lane.queue.push(...messages);
      void pump(account, lane);
    },
  };
}

function emptyLane(): Lane {
  return {
    queue: [],
    isSending: false,
    failures: 0,
    nextAttemptAt: null,
    cancelRetry: () => {},
    lastProcessedAt: null,
    delivered: 0,
    attempts: [],
  };
}

function stateOf(account: Account, lane: Lane): OutboxState {
  const isoOf = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  return {
    waiting: lane.queue.length,
    isStalled: lane.failures >= account.webhook.stalledAfterFailures,
    failuresInARow: lane.failures,
    nextAttemptAt: isoOf(lane.nextAttemptAt),
    lastProcessedAt: isoOf(lane.lastProcessedAt),
    delivered: lane.delivered,
    attempts: lane.attempts,
  };
}

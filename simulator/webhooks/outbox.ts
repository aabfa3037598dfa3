import type { Account } from "../account.ts";
import type { Webhook } from "../config.ts";
import { type Attempt, deliver, type Wire } from "./deliver.ts";
import { emptyLane, type Lane, type OutboxState, stateOfLane } from "./lane.ts";
import type { Message } from "./message.ts";
import { shuffleFirst } from "./shuffle-first.ts";

/**
 * The webhook queue of each account: first in, first out, one request at a time, repeated until HTTP 200. A message that
 * is not accepted holds back all that follow (API contract §8.4). With batching a request holds the first hundred that
 * wait and leaves every few seconds. Back-off times, and what shuffling and repeating do, are inferred.
 */
export type Outbox = {
  /** Queues a message if the account wants this event and has somewhere to send it; otherwise it is lost, as in life. */
  put(account: Account, message: Message): void;
  /** "Retry now" of the portal: an attempt at once, whatever the back-off says. */
  retryNow(account: Account): void;
  /** Disabling webhooks drops what waits. */
  clear(account: Account): void;
  state(account: Account): OutboxState;
  /** In the order in which they would leave. */
  waiting(account: Account): Message[];
  restore(account: Account, messages: Message[]): void;
};

const ATTEMPTS_KEPT = 10;

/** A batch holds at most this many messages (API contract §8.4). */
const BATCH_MAX = 100;

/** Without batching there would be nothing to shuffle: each message leaves before the next arrives. */
const SHUFFLE_WINDOW_MS = 500;

export function createOutbox({
  changed,
  random = Math.random,
  ...wire
}: Wire & { changed: () => void; random?: () => number }): Outbox {
  const { clock } = wire;
  const lanes = new Map<Account, Lane>();

  function laneOf(account: Account): Lane {
    const known = lanes.get(account) ?? emptyLane();
    lanes.set(account, known);
    return known;
  }

  function wake(account: Account, lane: Lane): void {
    if (lane.isSending || lane.planned || lane.queue.length === 0) return;
    const waitMs = gatherMs(account.webhook);
    if (waitMs === 0) void send(account, lane);
    else plan(account, lane, waitMs);
  }

  function plan(account: Account, lane: Lane, waitMs: number): void {
    const cancel = clock.after(waitMs, () => {
      lane.planned = null;
      void send(account, lane);
    });
    lane.planned = { at: clock.now() + waitMs, cancel };
  }

  async function send(account: Account, lane: Lane): Promise<void> {
    if (lane.isSending || !account.webhook.endpoint) return;
    const { batching, shuffle } = account.webhook;
    // What failed goes again as it was: a new order each time would let others pass it.
    if (shuffle && lane.failures === 0 && !lane.isRepeat) shuffleFirst(lane.queue, BATCH_MAX, random);
    const [first, ...others] = lane.queue.slice(0, batching ? BATCH_MAX : 1);
    if (!first) return;
    lane.isSending = true;
    const attempt = await deliver(wire, account.webhook, first, others);
    lane.isSending = false;
    // Emptied meanwhile; the account has another lane now.
    if (lanes.get(account) !== lane) return;
    if (attempt.status !== 200) fail(account, lane, attempt);
    else if (isRepeatDue(account.webhook, lane, attempt.messages)) {
      lane.isRepeat = true;
      keepAttempt(lane, { ...attempt, status: null, problem: "the answer was lost (ordered); sent again" });
      void send(account, lane);
    } else accept(account, lane, attempt);
  }

  function fail(account: Account, lane: Lane, attempt: Attempt): void {
    const { retryFirstMs, retryMaxMs, stalledAfterFailures } = account.webhook;
    keepAttempt(lane, attempt);
    lane.failures += 1;
    if (lane.failures >= stalledAfterFailures) lane.stalledSince ??= clock.now();
    plan(account, lane, Math.min(retryFirstMs * 2 ** (lane.failures - 1), retryMaxMs));
  }

  function accept(account: Account, lane: Lane, attempt: Attempt): void {
    keepAttempt(lane, attempt);
    lane.queue.splice(0, attempt.messages);
    lane.delivered += attempt.messages;
    lane.lastProcessedAt = clock.now();
    Object.assign(lane, { failures: 0, stalledSince: null, isRepeat: false });
    changed();
    wake(account, lane);
  }

  return {
    put(account, message) {
      const { enabled, endpoint, events } = account.webhook;
      if (!enabled || !endpoint || !events.includes(message.event)) return;
      const lane = laneOf(account);
      lane.queue.push(message);
      changed();
      wake(account, lane);
    },
    retryNow(account) {
      const lane = laneOf(account);
      lane.planned?.cancel();
      lane.planned = null;
      void send(account, lane);
    },
    clear(account) {
      laneOf(account).planned?.cancel();
      lanes.set(account, emptyLane());
    },
    state: (account) => stateOfLane(account, laneOf(account)),
    waiting: (account) => [...laneOf(account).queue],
    restore(account, messages) {
      const lane = laneOf(account);
      lane.queue.push(...messages);
      wake(account, lane);
    },
  };
}

/** How long messages are gathered before a request leaves. */
function gatherMs({ batching, batchEveryMs, shuffle }: Webhook): number {
  if (batching) return batchEveryMs;
  return shuffle ? SHUFFLE_WINDOW_MS : 0;
}

/** Whether these are, or hold, the nth message accepted; each is repeated once only. */
function isRepeatDue({ duplicateEvery }: Webhook, lane: Lane, messages: number): boolean {
  if (duplicateEvery === 0 || lane.isRepeat) return false;
  return Math.floor((lane.delivered + messages) / duplicateEvery) > Math.floor(lane.delivered / duplicateEvery);
}

function keepAttempt(lane: Lane, attempt: Attempt): void {
  lane.attempts = [attempt, ...lane.attempts].slice(0, ATTEMPTS_KEPT);
}

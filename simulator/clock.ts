import { createDueQueue } from "./due-queue.ts";

/**
 * Time inside the simulator. It runs with the machine's clock plus an offset, so that an hour of quota or of webhook
 * back-off can be skipped in one step (API contract §12 rule 8).
 */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `job` once `delayMs` of simulated time have passed; returns a function that calls it off. */
  after(delayMs: number, job: () => void): () => void;
  /**
   * Moves time forward. Everything that falls due runs before this returns, each at its own time and in order, and so
   * does what it plans in turn within the stretch.
   */
  advance(ms: number): void;
  /** How far ahead of the machine's clock it is by now. */
  skippedMs(): number;
  /** Forgets everything that was planned. */
  stop(): void;
};

const TIMER_MAX_MS = 2 ** 31 - 1;

export function createClock(machineNow: () => number = Date.now): Clock {
  let offsetMs = 0;
  let timer: NodeJS.Timeout | undefined;
  const queue = createDueQueue();
  const now = () => machineNow() + offsetMs;

  function arm(): void {
    clearTimeout(timer);
    timer = undefined;
    const next = queue.earliest();
    if (!next) return;
    timer = setTimeout(runDue, Math.min(Math.max(next.at - now(), 0), TIMER_MAX_MS));
    // Waiting for a webhook must not keep a finished process alive.
    timer.unref();
  }

  function runDue(): void {
    runUntil(now());
    arm();
  }

  function runUntil(end: number): void {
    for (let next = queue.earliest(); next && next.at <= end; next = queue.earliest()) {
      queue.take();
      offsetMs += Math.max(0, next.at - now());
      next.job();
    }
  }

  return {
    now,
    after(delayMs, job) {
      const planned = queue.add(now() + delayMs, job);
      if (queue.earliest() === planned) arm();
      return () => {
        planned.isCancelled = true;
      };
    },
    advance(ms) {
      const end = now() + ms;
      runUntil(end);
      offsetMs += Math.max(0, end - now());
      arm();
    },
    skippedMs: () => offsetMs,
    stop() {
      clearTimeout(timer);
      queue.clear();
    },
  };
}

/** `YYYY-MM-DD HH:MM:SS`, no zone; API contract §3.2 (UTC is inferred). */
export function dateTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

/** The other way round; the text is one that validate/scalars.ts let through. */
export function msOfDateTime(text: string): number {
  return Date.parse(`${text.replace(" ", "T")}Z`);
}

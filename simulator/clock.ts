/**
 * Time inside the simulator. It runs with the machine's clock plus an offset, so that an hour of quota or of webhook
 * back-off can be skipped in one step (API contract §12 rule 8).
 */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `job` once `delayMs` of simulated time have passed; returns a function that calls it off. */
  after(delayMs: number, job: () => void): () => void;
  /** Moves time forward; everything that falls due runs before this returns, in order of its time. */
  advance(ms: number): void;
  /** Forgets everything that was planned. */
  stop(): void;
};

type Planned = { at: number; job: () => void };

const TIMER_MAX_MS = 2 ** 31 - 1;

export function createClock(machineNow: () => number = Date.now): Clock {
  let offsetMs = 0;
  let timer: NodeJS.Timeout | undefined;
  const planned = new Set<Planned>();
  const now = () => machineNow() + offsetMs;

  function earliest(): Planned | undefined {
    let first: Planned | undefined;
    for (const candidate of planned) if (!first || candidate.at < first.at) first = candidate;
    return first;
  }

  function arm(): void {
    clearTimeout(timer);
    timer = undefined;
    const next = earliest();
    if (!next) return;
    timer = setTimeout(runDue, Math.min(Math.max(next.at - now(), 0), TIMER_MAX_MS));
    // Waiting for a webhook must not keep a finished process alive.
    timer.unref();
  }

  function runDue(): void {
    for (let next = earliest(); next && next.at <= now(); next = earliest()) {
      planned.delete(next);
      next.job();
    }
    arm();
  }

  return {
    now,
    after(delayMs, job) {
      const entry = { at: now() + delayMs, job };
      planned.add(entry);
      if (earliest() === entry) arm();
      return () => planned.delete(entry);
    },
    advance(ms) {
      offsetMs += ms;
      runDue();
    },
    stop() {
      clearTimeout(timer);
      planned.clear();
    },
  };
}

/** `YYYY-MM-DD HH:MM:SS`, no zone; API contract §3.2 (UTC is inferred). */
export function dateTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

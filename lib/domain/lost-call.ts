/** Of a client that was looked up once, or too early, to believe that what is not there will not come. */
export const notSettledCode = "not_settled";

/** So long Passfort works on a call at most, whether or not anybody still waits for the answer (API contract §1.4). */
export const apiTimeoutMs = 60_000;
/** Between leaving here and arriving there, and what the clocks of two workers differ by. */
const onItsWayMs = 5_000;
/** After so long a call has ended, whatever became of its answer. */
export const endedWithinMs = onItsWayMs + apiTimeoutMs;

/**
 * ms until Passfort is certainly not at work any more on a call that left before this time; not above 0: it is not. Null: it has answered, so it is
 * not either.
 */
export const settlesInMs = (leftBy: Date | null, now: Date): number =>
  leftBy === null ? 0 : leftBy.getTime() + endedWithinMs - now.getTime();

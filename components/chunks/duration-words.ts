const minute = 60;

/** Seconds as a person says them: "41 s", "3 min", "2 h 5 min". Rounded up, so that a wait is never promised too short. */
export function durationWords(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 2 * minute) return `${whole} s`;
  const minutes = Math.ceil(whole / minute);
  if (minutes < minute) return `${minutes} min`;
  const rest = minutes % minute;
  const hours = Math.floor(minutes / minute);
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** The time left as a range, or that nothing moves. Both ends alike are said once. */
export function etaWords(etaSeconds: { from: number; to: number } | null): string {
  if (etaSeconds === null) return "Nothing is moving";
  const from = durationWords(etaSeconds.from);
  const to = durationWords(etaSeconds.to);
  return from === to ? `About ${to} left` : `${from} to ${to} left`;
}

/** Whole seconds from `nowMs` until `instant` (ISO 8601), never negative; null when there is no instant. */
export function secondsUntil(instant: string | null, nowMs: number): number | null {
  if (instant === null) return null;
  return Math.max(0, Math.ceil((Date.parse(instant) - nowMs) / 1000));
}

/** How long a call took: "85 ms", "1.2 s". */
export function millisecondWords(durationMs: number): string {
  return durationMs < 1000 ? `${Math.round(durationMs)} ms` : `${(durationMs / 1000).toFixed(1)} s`;
}

import type { BreakerSettings } from "../../domain/control-settings.ts";

/** Clients that came to an end lately, at most as many as the window is wide. */
export type LastEnds = { ended: number; errors: number };

/** A share of fewer than these says nothing: one of three is not a third of the book. */
const endedMin = 20;

/** Why the chunk must pause itself, as a sentence; null: it goes on. */
export function breakReason({ ended, errors }: LastEnds, settings: BreakerSettings): string | null {
  if (errors === 0) return null;
  const clients = `${errors} of the last ${ended} clients were not created`;
  if (errors >= settings.errors) return because(`${clients}, and the plan says to stop at ${settings.errors}`);
  const enough = Math.min(endedMin, settings.window);
  if (ended >= enough && errors * 100 >= settings.percent * ended)
    return because(`${clients}, and the plan says to stop at ${settings.percent} %`);
  return null;
}

const because = (what: string) =>
  `Paused by itself: ${what}. Look at what went wrong; nothing is lost, and it goes on where it was when you resume it.`;

import { nextOpening, type RunWindow } from "../../domain/run-window.ts";
import { runWindowWords } from "../../domain/run-window-words.ts";

/** How long a chunk waits for its run window, and why; null: it may send now. A window that never opens is looked at again in a day. */
export function outsideWindow(window: RunWindow | null, now: Date): { waitMs: number; because: string } | null {
  if (window === null) return null;
  const opening = nextOpening(window, now);
  const waitMs = opening === null ? dayMs : opening.getTime() - now.getTime();
  if (waitMs === 0) return null;
  return { waitMs, because: `Outside its run window (${runWindowWords(window)}). It goes on by itself.` };
}

const dayMs = 86_400_000;

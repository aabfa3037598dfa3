import { z } from "zod";
import { runWindowSchema } from "./run-window.ts";

/**
 * When a chunk pauses by itself. Of the last `window` clients that came to an end since it was launched or resumed,
 * `errors` were not created, or `percent` of them.
 */
export const breakerSchema = z.object({
  errors: z.number().int().min(1).max(10_000).default(20),
  percent: z.number().int().min(1).max(100).default(25),
  window: z.number().int().min(10).max(10_000).default(100),
});
export type BreakerSettings = z.infer<typeof breakerSchema>;

/** How a chunk is kept in hand while it runs: part of the plan, of each chunk made from it, and of what is approved. */
export const controlSettingsSchema = z.object({
  breaker: breakerSchema.prefault({}),
  /** Null: at any time. */
  runWindow: runWindowSchema.nullable().default(null),
});
export type ControlSettings = z.infer<typeof controlSettingsSchema>;

export const usualControl: ControlSettings = controlSettingsSchema.parse({});

/** The parts in one fixed order, for comparing and for the fingerprint. */
export function controlParts({ breaker, runWindow }: ControlSettings): unknown[] {
  const { errors, percent, window } = breaker;
  return [
    errors,
    percent,
    window,
    runWindow && [runWindow.timeZone, runWindow.from, runWindow.until, ...runWindow.days],
  ];
}

/** What keeps the run window from being saved, as a sentence; null when there is none, or it is whole. */
export function runWindowGap({ runWindow }: ControlSettings): string | null {
  if (runWindow === null) return null;
  const parsed = runWindowSchema.safeParse(runWindow);
  return parsed.success ? null : `Run window: ${parsed.error.issues[0]?.message ?? "it is not whole"}.`;
}

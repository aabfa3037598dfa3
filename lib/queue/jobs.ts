import { z } from "zod";

/**
 * Every job there is. A job says where to look, never what is there: ids and numbers only, so that no queue ever holds
 * a person's data (strict objects refuse anything more).
 *
 * `lane: "panel"` is one queue for the whole panel; `lane: "connection"` is one queue per Passfort account, because the
 * number of calls in flight is bounded per account.
 */
export const jobs = {
  parse_file: { lane: "panel", payload: z.strictObject({ fileId: z.uuid() }), tries: 3, retryAfterMs: 2_000 },
  // A file is done when its row is there, so that a second try goes on behind the last.
  unpack_documents: { lane: "panel", payload: z.strictObject({ bundleId: z.uuid() }), tries: 3, retryAfterMs: 2_000 },
  check_file: {
    lane: "panel",
    payload: z.strictObject({ fileId: z.uuid(), version: z.number().int() }),
    tries: 3,
    retryAfterMs: 2_000,
  },
  // The row counts how far it is, so that a second try goes on from there.
  recheck_fix: {
    lane: "panel",
    payload: z.strictObject({ fixId: z.uuid(), isUndone: z.boolean() }),
    tries: 3,
    retryAfterMs: 2_000,
  },
  // One try: the row decides whether it is sent again, never the queue.
  deliver: {
    lane: "connection",
    payload: z.strictObject({ deliveryId: z.uuid(), generation: z.number().int() }),
    tries: 1,
    retryAfterMs: 0,
  },
  settle_webhook: {
    lane: "connection",
    payload: z.strictObject({ webhookEventId: z.uuid() }),
    tries: 1,
    retryAfterMs: 0,
  },
  // The row counts how far it is; a sweep that was cut off is knocked for again.
  sweep_profiles: {
    lane: "connection",
    payload: z.strictObject({ sweepId: z.uuid() }),
    tries: 1,
    retryAfterMs: 0,
  },
  // One try: what was cut off is marked as interrupted and asked for anew by a person.
  smoke_run: {
    lane: "connection",
    payload: z.strictObject({ smokeRunId: z.uuid() }),
    tries: 1,
    retryAfterMs: 0,
  },
} as const satisfies Record<
  string,
  { lane: "panel" | "connection"; payload: z.ZodType; tries: number; retryAfterMs: number }
>;

export type JobName = keyof typeof jobs;
export type PayloadOf<N extends JobName> = z.output<(typeof jobs)[N]["payload"]>;
export const jobNames = Object.keys(jobs) as JobName[];

/** One queue for parsing, checking and everything else that calls nobody. */
export const panelQueue = "panel";
/** The queue of one Passfort account. */
export const laneOf = (connectionId: string): string => `deliver-${connectionId}`;

/**
 * The id under which BullMQ remembers a job: the name and every value of the payload, so the same work is queued once.
 * It holds no colon: BullMQ keeps those for itself and throws. A new generation is a new id: BullMQ silently drops a job
 * whose id it still remembers.
 */
export function jobIdOf<N extends JobName>(name: N, payload: PayloadOf<N>): string {
  return [name, ...Object.values(payload)].join("-");
}

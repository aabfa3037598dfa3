import { z } from "zod";
import { paceSpans } from "../domain/chunk-pace.ts";
import { chunkParams, contract, instant } from "./contract.ts";

/** How a chunk went, from interval to interval; apart from its dashboard, which is asked every second. */
export const readPace = contract({
  method: "GET",
  path: "/api/chunks/:chunkId/pace",
  needs: "look",
  params: chunkParams,
  query: z.object({ span: z.enum(paceSpans).default("launch") }),
  reply: z.object({
    /** The length of an interval; null: none is whole yet. */
    seconds: z.number().nullable(),
    points: z.array(
      z.object({
        /** The end of the interval. */
        at: instant,
        /** Clients that came to an end in it, and what that is a minute. */
        clients: z.number(),
        perMinute: z.number(),
        /** Calls that left in it, and the 95th percentile of its creates, ms; null: none was answered. */
        calls: z.number(),
        p95Ms: z.number().nullable(),
        /** The most calls in flight at once, and the most that were allowed. */
        inFlight: z.number(),
        processes: z.number(),
      }),
    ),
    /** How many processes it might have, since when and why. */
    limits: z.array(z.object({ from: instant, processes: z.number(), because: z.string() })),
  }),
});

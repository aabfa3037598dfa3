import { z } from "zod";
import { failureFilterSchema } from "./failure-filter.ts";

/** Which failed clients are sent again. Refused ones never are: their data must be corrected first. */
export const retriedSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  /** Those that failed because Passfort was not reached or did not answer. */
  z.object({ kind: z.literal("transient") }),
  z.object({ kind: z.literal("code"), code: z.string().min(1).max(100) }),
  z.object({ kind: z.literal("record"), recordId: z.uuid() }),
  /** The failed ones that fit a filter of the list, and how many the person saw. Refused when it is another number by now. */
  z.object({ kind: z.literal("filter"), filter: failureFilterSchema, expected: z.number().int().min(1) }),
]);
export type Retried = z.infer<typeof retriedSchema>;

const transientCodes = new Set([
  "no_connection",
  "timeout",
  "connection_lost",
  "never_answered",
  "worker_died",
  "301",
  "302",
  "303",
  "401",
  "http_408",
]);

/** Is it likely to succeed when it is only sent again? (API contract §1.5: 3xx are transient, 5xx and time-outs pass.) */
export const isTransient = (code: string): boolean => transientCodes.has(code) || /^http_5\d\d$/.test(code);

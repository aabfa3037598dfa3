import { z } from "zod";

/**
 * The simulator's switches. Each stands for a rule that nobody has documented (marked [I] in API contract §12), or for
 * a property of the simulation. The defaults are the likeliest behaviour; a client must pass with every position.
 */
export const settingsSchema = z.strictObject({
  /** Added to every API call before it is processed. */
  latencyMs: z.number().min(0).default(0),
  /** How late the search index is behind the data. */
  indexDelayMs: z.number().min(0).default(2000),
  /** How long the automatic part of an application takes. */
  decisionDelayMs: z.number().min(0).default(1500),
  /** How long a check runs when it is asked for asynchronously. */
  checkDelayMs: z.number().min(0).default(1000),
  /** A missing or unknown key: HTTP 401, or HTTP 200 with `errors` in the body. */
  authErrorsAs: z.enum(["401", "200"]).default("401"),
  /** Any other refusal: its HTTP status, or HTTP 200 with `errors` in the body. */
  errorsAs: z.enum(["status", "200"]).default("status"),
  /** HTTP status of a created profile. */
  createdStatus: z.union([z.literal(200), z.literal(201)]).default(200),
  /** Whether `GET /profiles?q=` also looks at `customer_ref`. */
  searchCustomerRef: z.boolean().default(false),
  /** `limit` above 200: cut to 200, or refused. */
  overLimit: z.enum(["clip", "error"]).default("clip"),
  /** Reverting a decision: the same application is open again, or it is hidden and a new one appears. */
  revert: z.enum(["same", "new"]).default("same"),
  /** Whether `applications: []` counts as missing, so that automatic products apply. */
  emptyApplicationsAutoApply: z.boolean().default(true),
  /** Whether automatic products also apply to associates. */
  associatesAutoApply: z.boolean().default(false),
  /** Whether a company in the USA or Canada without `state_of_incorporation` is refused. */
  requireStates: z.boolean().default(false),
  /** Whether answers contain enum values that no published list has. */
  unknownEnumValues: z.boolean().default(false),
  /** An application stays open for a person when the profile's name contains one of these words. */
  manualKeywords: z.array(z.string().min(1)).default(["fail"]),
});

export type Settings = z.infer<typeof settingsSchema>;

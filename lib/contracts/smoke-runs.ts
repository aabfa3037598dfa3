import { z } from "zod";
import { smokeRunMachine } from "../domain/smoke-run.ts";
import { smokeResults, smokeStepKinds } from "../domain/smoke-step.ts";
import { connectionParams, contract, instant } from "./contract.ts";

const smokeStep = z.object({
  kind: z.enum(smokeStepKinds),
  /** Null: waiting, or under way when `startedAt` is there. */
  result: z.enum(smokeResults).nullable(),
  /** What was found, in a sentence. */
  finding: z.string(),
  startedAt: instant.nullable(),
  durationMs: z.number().int().nullable(),
});

/** A profile that the run left in Passfort; there is no call that deletes one. */
const leftProfile = z.object({
  profileId: z.string(),
  name: z.string(),
  /** As last seen; null: it has no application. */
  applicationStatus: z.string().nullable(),
});

export const smokeRunSchema = z.object({
  id: z.uuid(),
  status: z.enum(smokeRunMachine.statuses),
  startedByName: z.string(),
  createdAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  institutionName: z.string().nullable(),
  /** How it stands, in a sentence. */
  sentence: z.string(),
  /** The word in every name it makes: what to search for in Passfort. */
  word: z.string(),
  steps: z.array(smokeStep),
  profiles: z.array(leftProfile),
});
export type SmokeRunView = z.infer<typeof smokeRunSchema>;

/** The last ten, newest first. */
export const listSmokeRuns = contract({
  method: "GET",
  path: "/api/connections/:connectionId/smoke-runs",
  needs: "look",
  params: connectionParams,
  reply: z.object({
    runs: z.array(smokeRunSchema),
    /** Offered for the next run: what the last one, or a plan on this connection, names. */
    productAliasIndividual: z.string().nullable(),
    productAliasCompany: z.string().nullable(),
  }),
});

const alias = z
  .string()
  .trim()
  .max(200)
  .nullable()
  .transform((text) => text || null);

/** Refused on a production connection: it makes profiles. Without an alias the account applies what it applies by itself. */
export const startSmokeRun = contract({
  method: "POST",
  path: "/api/connections/:connectionId/smoke-runs",
  needs: "settle_in",
  params: connectionParams,
  body: z.object({ productAliasIndividual: alias.default(null), productAliasCompany: alias.default(null) }),
  reply: z.object({ smokeRunId: z.uuid() }),
});

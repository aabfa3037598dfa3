import { z } from "zod";
import { environments } from "../domain/connection.ts";
import { matchDecisions, matchGrounds } from "../domain/profile-match.ts";
import { profileSweepMachine } from "../domain/profile-sweep.ts";
import { contract, instant, migrationParams } from "./contract.ts";

/** How far the look at the profiles that exist is, and what it found of this migration's clients. */
export const readExistingProfiles = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/existing-profiles",
  needs: "look",
  params: migrationParams,
  reply: z.object({
    /** Of the plan; null: there is no plan yet. */
    connection: z.object({ name: z.string(), environment: z.enum(environments) }).nullable(),
    /** Must it be done before a chunk can be submitted? */
    isNeeded: z.boolean(),
    sweep: z
      .object({
        status: z.enum(profileSweepMachine.statuses),
        listed: z.number(),
        /** As Passfort counts, which may mean associates as well; null: it does not say. */
        total: z.number().nullable(),
        hidden: z.number(),
        clients: z.number(),
        read: z.number(),
        failure: z.string().nullable(),
        startedByName: z.string(),
        startedAt: instant,
        endedAt: instant.nullable(),
      })
      .nullable(),
    /** Clients that will be held against them. */
    clients: z.number(),
    undecided: z.partialRecord(z.enum(matchGrounds), z.number()),
    adopt: z.number(),
    create: z.number(),
    another: z.number(),
  }),
});

/** Looks through the profiles of the plan's connection. It only reads. */
export const startProfileSweep = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/existing-profiles",
  needs: "prepare",
  params: migrationParams,
  reply: z.object({}),
});

export const stopProfileSweep = contract({
  method: "DELETE",
  path: "/api/migrations/:migrationId/existing-profiles",
  needs: "prepare",
  params: migrationParams,
  reply: z.object({}),
});

/** Undecided, decided one way or the other, or read and found to be somebody else. */
export const matchLists = ["undecided", "adopt", "create", "another"] as const;

/** Clients that an existing profile could be, page by page, most telling grounds first. Names are masked. */
export const listMatches = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/profile-matches",
  needs: "look",
  params: migrationParams,
  query: z.object({ list: z.enum(matchLists).default("undecided"), after: z.uuid().optional() }),
  reply: z.object({
    next: z.string().nullable(),
    matches: z.array(
      z.object({
        id: z.uuid(),
        recordId: z.uuid(),
        reference: z.string(),
        maskedName: z.string(),
        entityType: z.enum(["individual", "company"]),
        profileId: z.string(),
        grounds: z.enum(matchGrounds),
        reason: z.string().nullable(),
        decidedByName: z.string().nullable(),
        decidedAt: instant.nullable(),
      }),
    ),
  }),
});

/** Decides chosen matches, or all undecided ones of one kind of grounds. */
export const decideMatches = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/profile-matches",
  needs: "prepare",
  params: migrationParams,
  body: z.object({
    matchIds: z.array(z.uuid()).min(1).max(1000).optional(),
    grounds: z.enum(matchGrounds).exclude(["another"]).optional(),
    decision: z.enum(matchDecisions),
    reason: z.string().trim().min(3, "Say why, in a few words").max(500),
  }),
  reply: z.object({ decided: z.number() }),
});

export const takeBackDecision = contract({
  method: "DELETE",
  path: "/api/migrations/:migrationId/profile-matches/:matchId",
  needs: "prepare",
  params: migrationParams.extend({ matchId: z.uuid() }),
  reply: z.object({}),
});

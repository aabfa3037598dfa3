import { z } from "zod";
import { issueCodes } from "../domain/issue-catalogue.ts";
import { severities } from "../domain/issue-entry.ts";
import { readinessFilters, readinessMachine } from "../domain/record.ts";
import { recordRoles } from "../domain/record-role.ts";
import { tracks } from "../domain/track.ts";
import { contract, instant, migrationParams } from "./contract.ts";
import { countsSchema } from "./counts.ts";

const code = z.enum(issueCodes as [(typeof issueCodes)[number], ...(typeof issueCodes)[number][]]);

/** How many clients could take each track as they are now. */
export const readyForSchema = z.record(z.enum(tracks), z.number());

/** Issues grouped by cause (code + field + file + role of the record), count first, with up to ten examples. */
export const listCauses = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/issues",
  needs: "look",
  params: migrationParams,
  reply: z.object({
    counts: countsSchema,
    /** Ready clients that could take each track as they are now. */
    readyFor: readyForSchema,
    /** Associates that are not excluded, how many of them or of the rows of links files have errors, and the links: each becomes a profile. */
    families: z.object({ associates: z.number(), invalid: z.number(), links: z.number() }),
    causes: z.array(
      z.object({
        key: z.string(),
        code,
        field: z.string(),
        fieldLabel: z.string(),
        fileId: z.uuid(),
        fileName: z.string(),
        role: z.enum(recordRoles),
        /** Of the file; the rows of a mixed file are told apart by one of its columns. */
        entityType: z.enum(["individual", "company"]),
        severity: z.enum(severities),
        /** The tracks that its records cannot take. */
        bars: z.array(z.enum(tracks)),
        title: z.string(),
        teaching: z.string(),
        fix: z.string(),
        /** Records with this issue that are not excluded. */
        count: z.number(),
        /** Who let these warnings go along, and why; `holds` is false when the cause has grown since. */
        acknowledged: z
          .object({ by: z.string(), at: instant, reason: z.string(), count: z.number(), holds: z.boolean() })
          .nullable(),
        examples: z.array(
          z.object({
            recordId: z.uuid(),
            rowNumber: z.number(),
            /** 0: the row's own record; else which associate of the row it is. */
            slot: z.number(),
            reference: z.string().nullable(),
            sentence: z.string(),
          }),
        ),
      }),
    ),
  }),
});

const filter = z.object({
  code: code.optional(),
  field: z.string().optional(),
  fileId: z.uuid().optional(),
  /** Left out: records of every role. */
  role: z.enum(recordRoles).optional(),
});

/** One cause of the review: of one file, and of records of one role. */
export const causeSchema = z.object({ code, field: z.string(), fileId: z.uuid(), role: z.enum(recordRoles) });

/**
 * Let the records of a cause of warnings go along with it, with a reason. `count` is how many were seen: a cause that has grown meanwhile is
 * refused, and one that grows later is to be looked at again.
 */
export const acknowledgeCause = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/acknowledgements",
  needs: "prepare",
  params: migrationParams,
  body: z.object({
    cause: causeSchema,
    count: z.number().int().min(1),
    reason: z.string().trim().min(3, "Say why, in a few words").max(500),
  }),
  reply: z.object({}),
});

/** Leave records out, with a reason: chosen ones, or all of a cause. They stay counted. */
export const excludeRecords = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/exclusions",
  needs: "prepare",
  params: migrationParams,
  body: z.object({
    recordIds: z.array(z.uuid()).max(1000).optional(),
    cause: filter.optional(),
    reason: z.string().trim().min(3, "Say why, in a few words").max(500),
  }),
  /** `held`: those among them that stay, because a submitted chunk holds them. */
  reply: z.object({ excluded: z.number(), held: z.number() }),
});

/** Take excluded records back in; they are checked again. */
export const includeRecords = contract({
  method: "DELETE",
  path: "/api/migrations/:migrationId/exclusions",
  needs: "prepare",
  params: migrationParams,
  body: z.object({ recordIds: z.array(z.uuid()).min(1).max(1000) }),
  reply: z.object({ included: z.number() }),
});

/** What people left out at once, newest first; `standing` of it is still left out. */
export const listExclusions = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/exclusions",
  needs: "look",
  params: migrationParams,
  reply: z.object({
    exclusions: z.array(
      z.object({
        id: z.uuid(),
        records: z.number(),
        standing: z.number(),
        reason: z.string(),
        by: z.string(),
        at: instant,
        undoneBy: z.string().nullable(),
        undoneAt: instant.nullable(),
      }),
    ),
    /** All of them; the list ends with the newest hundred. */
    total: z.number(),
  }),
});

/** Take back in, as a whole, what is still left out by this act. */
export const undoExclusion = contract({
  method: "DELETE",
  path: "/api/exclusions/:exclusionId",
  needs: "prepare",
  params: z.object({ exclusionId: z.uuid() }),
  reply: z.object({ included: z.number() }),
});

/** Records of the migration, filtered; `after` is the cursor `next` of the page before. */
export const listRecords = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/records",
  needs: "look",
  params: migrationParams,
  query: filter.extend({
    readiness: z.enum(readinessFilters).optional(),
    /** A part of the counting identity, for example `created` or `waiting`. */
    status: z.string().optional(),
    search: z.string().max(200).optional(),
    after: z.string().optional(),
  }),
  reply: z.object({
    total: z.number(),
    next: z.string().nullable(),
    records: z.array(
      z.object({
        id: z.uuid(),
        rowNumber: z.number(),
        fileName: z.string(),
        role: z.enum(recordRoles),
        entityType: z.enum(["individual", "company"]),
        reference: z.string().nullable(),
        /** Masked: first letters only. */
        maskedName: z.string(),
        readiness: z.enum(readinessMachine.statuses),
        excludedReason: z.string().nullable(),
        /** Where it stands in the counting identity. */
        standing: z.string(),
        issueCount: z.number(),
        /** Of its most severe issue. */
        firstIssue: z.string().nullable(),
        /** The tracks it could take now; none of an associate or a link, which go with their company. */
        readyFor: z.array(z.enum(tracks)),
        profileId: z.string().nullable(),
        applicationStatus: z.string().nullable(),
      }),
    ),
  }),
});

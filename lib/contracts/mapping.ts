import { z } from "zod";
import { dateGroupSchema } from "../domain/date-groups.ts";
import { entityTypes } from "../domain/entity.ts";
import { fileKinds } from "../domain/file-kind.ts";
import {
  assignmentSchema,
  associateSchema,
  discriminatorSchema,
  mappingBodySchema,
  ruleSchema,
  transformSchema,
} from "../domain/mapping.ts";
import { contract, fileParams, instant } from "./contract.ts";

const target = assignmentSchema.pick({ of: true, transforms: true }).extend({ field: z.string() });
const suggestion = target.extend({
  /** Other fields that the same column feeds. */
  also: z.array(target).optional(),
  confidence: z.enum(["sure", "likely"]),
  reason: z.string(),
});

/** Everything the mapping screen shows. Statistics are over the whole file. */
export const readMapping = contract({
  method: "GET",
  path: "/api/files/:fileId/mapping",
  needs: "look",
  params: fileParams,
  reply: z.object({
    fileId: z.uuid(),
    fileName: z.string(),
    kind: z.enum(fileKinds),
    entityType: z.enum(entityTypes),
    rowCount: z.number(),
    columns: z.array(
      z.object({
        index: z.number(),
        name: z.string(),
        filled: z.number(),
        distinct: z.number(),
        longest: z.number(),
        /** Null: every row was counted. Else there are more than `distinct` different values, and dates were looked at up to this row. */
        countedRows: z.number().nullable(),
        /** Up to five most frequent or first values, verbatim. */
        samples: z.array(z.string()),
        /** How the values can be read as dates; empty when none can. */
        dates: z.array(dateGroupSchema),
        suggestion: suggestion.nullable(),
        /** Why the panel proposes to ignore it: people did so before. */
        ignoreReason: z.string().optional(),
        /** Set when every value fits both day-first and month-first: the operator must choose. */
        dateAmbiguous: z.boolean(),
      }),
    ),
    /** What is proposed if the rows are people and companies: which column tells them apart, and a suggestion for every column. */
    mixed: z
      .object({
        kind: z.object({ kindBy: discriminatorSchema, reason: z.string() }).nullable(),
        columns: z.array(suggestion.nullable()),
      })
      .nullable(),
    /** Numbered associates that the headers speak of; members of one series are mapped alike. */
    associates: z.array(
      associateSchema.extend({
        series: z.number(),
        columns: z.array(z.object({ index: z.number(), rest: z.string() })),
        reason: z.string(),
      }),
    ),
    /** The newest saved version, or null before the first save. */
    current: z
      .object({ version: z.number(), body: mappingBodySchema, createdByName: z.string(), createdAt: instant })
      .nullable(),
    /** Why it may not be changed now, or null. */
    frozenBecause: z.string().nullable(),
  }),
});

/** Saves a new version and has every row checked with it. */
export const saveMapping = contract({
  method: "POST",
  path: "/api/files/:fileId/mapping",
  needs: "prepare",
  params: fileParams,
  /** `madeFrom`: the version of the library that it began with. */
  body: mappingBodySchema.extend({ madeFrom: z.uuid().optional() }),
  reply: z.object({ version: z.number() }),
});

/** The bench: one row as it is, and the exact JSON that a mapping on screen would send for it. Changes nothing. */
export const tryMapping = contract({
  method: "POST",
  path: "/api/files/:fileId/bench",
  needs: "look",
  params: fileParams,
  body: z.object({ rowNumber: z.number().int().min(1), mapping: mappingBodySchema }),
  reply: z.object({
    rowNumber: z.number(),
    cells: z.array(z.string()),
    /** Every record that the row makes: its own first, then its associates. */
    records: z.array(
      z.object({
        slot: z.number(),
        label: z.string(),
        /** The place in a company, in words; empty for a client. */
        place: z.array(z.object({ label: z.string(), value: z.string() })),
        /** Sentences of what could not be read or needs a look. */
        issues: z.array(z.string()),
        /** The request as it would be sent, without the plan's product (API contract §3.1, §4.3.3); null for the row of a links file. */
        request: z.string().nullable(),
      }),
    ),
  }),
});

const columnParams = z.object({ fileId: z.uuid(), column: z.coerce.number().int().min(0).max(10_000) });
/** What becomes of a value: `issue` is a sentence. */
const outcomeOfValue = { becomes: z.string().nullable(), issue: z.string().nullable() };

/**
 * The different values of a column as the value map at `at` meets them, over the whole file, unmapped ones first. A POST because values
 * of people have no place in an address; every look is a line in the audit log.
 */
export const readColumnValues = contract({
  method: "POST",
  path: "/api/files/:fileId/columns/:column/values",
  needs: "look",
  params: columnParams,
  body: z.object({
    field: z.string(),
    transforms: z.array(transformSchema).max(20),
    at: z.number().int().min(0).max(20),
    search: z.string().max(200),
    view: z.enum(["all", "unmapped", "unread"]),
    offset: z.number().int().min(0),
  }),
  reply: z.object({
    /** Every value is here; else only the most frequent, and the others are found by searching. */
    isWhole: z.boolean(),
    different: z.number(),
    /** How many different values, and rows, each view has. */
    views: z.record(z.enum(["all", "unmapped", "unread"]), z.object({ values: z.number(), rows: z.number() })),
    values: z.array(
      z.object({ value: z.string(), count: z.number(), row: z.number(), isMapped: z.boolean(), ...outcomeOfValue }),
    ),
    nextOffset: z.number().nullable(),
  }),
});

/** How many rows of a column the steps on screen cannot read, over the whole file; null where that is not known before the check. */
export const countUnread = contract({
  method: "POST",
  path: "/api/files/:fileId/columns/:column/unread",
  needs: "look",
  onlyLooks: true,
  params: columnParams,
  body: z.object({ field: z.string(), transforms: z.array(transformSchema).max(20) }),
  reply: z.object({
    unread: z
      .object({
        rows: z.number(),
        values: z.number(),
        examples: z.array(
          z.object({ value: z.string(), count: z.number(), row: z.number(), issue: z.string().nullable() }),
        ),
      })
      .nullable(),
  }),
});

/** What a rule makes of several columns, on a few real rows that differ in which of them are filled. */
export const previewJoin = contract({
  method: "POST",
  path: "/api/files/:fileId/joined",
  needs: "look",
  onlyLooks: true,
  params: fileParams,
  body: z.object({ field: z.string(), rule: ruleSchema, assignments: z.array(assignmentSchema).max(50) }),
  reply: z.object({
    order: z.array(z.number()),
    rows: z.array(z.object({ rowNumber: z.number(), cells: z.array(z.string()), ...outcomeOfValue })),
  }),
});

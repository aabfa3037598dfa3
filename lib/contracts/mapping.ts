import { z } from "zod";
import { entityTypes } from "../domain/entity.ts";
import { fileKinds } from "../domain/file-kind.ts";
import { assignmentSchema, associateSchema, discriminatorSchema, mappingBodySchema } from "../domain/mapping.ts";
import { contract, fileParams, instant } from "./contract.ts";

const target = assignmentSchema.pick({ of: true, transforms: true }).extend({ field: z.string() });
const suggestion = target.extend({
  /** Other fields that the same column feeds. */
  also: z.array(target).optional(),
  confidence: z.enum(["sure", "likely"]),
  reason: z.string(),
});

/** Everything the mapping screen shows. Statistics are over the first 10,000 rows, said so by `sampledRows`. */
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
    sampledRows: z.number(),
    columns: z.array(
      z.object({
        index: z.number(),
        name: z.string(),
        filled: z.number(),
        distinct: z.number(),
        longest: z.number(),
        /** Up to five most frequent or first values, verbatim. */
        samples: z.array(z.string()),
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

import { z } from "zod";
import { readinessMachine } from "../domain/record.ts";
import { contract, instant, migrationParams, recordParams } from "./contract.ts";
import { causeSchema } from "./issues.ts";

/** Longer than any value Passfort takes. */
const text = z.string().max(10_000, "This is longer than any value can be");
const reason = z.string().trim().min(3, "Say why, in a few words").max(500);

/** Say what fields of one record are; it and its doubles are checked again at once. `seen` is what `readRecord` told. */
export const correctRecord = contract({
  method: "POST",
  path: "/api/records/:recordId/corrections",
  needs: "prepare",
  params: recordParams,
  body: z.object({
    seen: z.string(),
    texts: z.record(z.string(), text).refine((texts) => Object.keys(texts).length > 0, "Correct at least one field"),
    reason,
  }),
  reply: z.object({ fixId: z.uuid(), readiness: z.enum(readinessMachine.statuses), issues: z.number() }),
});

/** The different values that a cause complains about, with how many records have each, most frequent first. They are clients' data. */
export const listCauseValues = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/cause-values",
  needs: "look",
  params: migrationParams,
  body: z.object({ cause: causeSchema }),
  reply: z.object({
    values: z.array(z.object({ value: z.string().nullable(), count: z.number() })),
    different: z.number(),
  }),
});

/**
 * Say what one field is for every record of a cause, or for those of them with this very value (null: without one). Records that a submitted
 * chunk holds stay. Many are checked again by a worker: `rechecked` of `listFixes` tells how far it is.
 */
export const fixCause = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/fixes",
  needs: "prepare",
  params: migrationParams,
  body: z.object({ cause: causeSchema, value: z.string().nullable().optional(), field: z.string(), text, reason }),
  reply: z.object({ fixId: z.uuid(), records: z.number(), held: z.number(), isDone: z.boolean() }),
});

/** What people corrected in a migration, newest first. The texts are on the pages of the records. */
export const listFixes = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/fixes",
  needs: "look",
  params: migrationParams,
  reply: z.object({
    fixes: z.array(
      z.object({
        id: z.uuid(),
        fileName: z.string(),
        fields: z.array(z.string()),
        /** Of a return: how many cells it corrected, and in which columns; then `records` are rows. 0: fields of records. */
        cells: z.number(),
        columns: z.array(z.string()),
        records: z.number(),
        rechecked: z.number(),
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

/** Take a fix back: what stood before it stands again, and its records are checked again. */
export const undoFix = contract({
  method: "DELETE",
  path: "/api/fixes/:fixId",
  needs: "prepare",
  params: z.object({ fixId: z.uuid() }),
  reply: z.object({ records: z.number(), isDone: z.boolean() }),
});

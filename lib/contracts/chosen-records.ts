import { z } from "zod";
import { fieldKinds } from "../domain/field-shape.ts";
import { contract, migrationParams } from "./contract.ts";
import { listRecords } from "./issues.ts";

const reason = z.string().trim().min(3, "Say why, in a few words").max(500);

/** Records chosen in the list: whatever fits its filter, read or not; with `ids`, only these of them. */
export const chosenSchema = z.object({
  filter: listRecords.query.omit({ after: true }),
  ids: z.array(z.uuid()).min(1).max(1000, "Choose at most 1,000 one by one, or all of the list").optional(),
});
/** What was chosen and how many, as the person saw it (`lookAtChosen`). Refused when it is not so any more. */
const seen = { chosen: chosenSchema, mark: z.string(), count: z.number().int().min(1) };

/** What could be done with chosen records. `records` = `fixable` + `held` (by a submitted chunk) + `excluded` + `unchecked`. */
export const lookAtChosen = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/chosen-records",
  needs: "look",
  onlyLooks: true,
  params: migrationParams,
  body: z.object({ chosen: chosenSchema }),
  reply: z.object({
    mark: z.string(),
    records: z.number(),
    fixable: z.number(),
    held: z.number(),
    excluded: z.number(),
    unchecked: z.number(),
    files: z.array(z.object({ id: z.uuid(), name: z.string(), records: z.number() })),
    /** What can be corrected of all of them. */
    fields: z.array(z.object({ field: z.string(), label: z.string(), kind: z.enum(fieldKinds) })),
  }),
});

/**
 * Say what one field is for all chosen records, which are of one file; "" takes it away. What is excluded or held by a submitted chunk
 * stays. Many are checked again by a worker: `rechecked` of `listFixes` tells how far it is.
 */
export const fixChosen = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/chosen-records/fixes",
  needs: "prepare",
  params: migrationParams,
  body: z.object({
    ...seen,
    field: z.string(),
    text: z.string().max(10_000, "This is longer than any value can be"),
    reason,
  }),
  reply: z.object({ fixId: z.uuid(), records: z.number(), held: z.number(), isDone: z.boolean() }),
});

/** Leave all chosen records out, with a reason. What a submitted chunk holds stays. */
export const excludeChosen = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/chosen-records/exclusions",
  needs: "prepare",
  params: migrationParams,
  body: z.object({ ...seen, reason }),
  reply: z.object({ excluded: z.number(), held: z.number() }),
});

/** Take all chosen records that are left out back in. */
export const includeChosen = contract({
  method: "DELETE",
  path: "/api/migrations/:migrationId/chosen-records/exclusions",
  needs: "prepare",
  params: migrationParams,
  body: z.object(seen),
  reply: z.object({ included: z.number() }),
});

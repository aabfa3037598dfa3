import { z } from "zod";
import { date, id, maybeNumber, maybeText, maybeTexts, text, uuid } from "./scalars.ts";

const percentage = z.number().min(0, { error: "must be 0 at least" }).max(100, { error: "must be 100 at most" });

/** One entry as we add it to a list of a company (API contract §4.2). Passfort adds `resolver_id` and more. */
export const linkRequest = z.strictObject({
  entity_type: z.enum(["INDIVIDUAL", "COMPANY"]),
  linked_profile: z.strictObject({ id: uuid }),
  task_variant_ids: z.array(uuid),
  total_percentage: percentage.optional(),
  relationship: text.optional(),
  appointed_on: date.optional(),
  resigned_on: date.optional(),
  original_role: text.optional(),
  notified_on: date.optional(),
  ceased_on: date.optional(),
  natures_of_control: z.array(text).min(1).optional(),
});
export type LinkRequest = z.infer<typeof linkRequest>;

/** One entry as it is read: `linked_profile` comes back expanded; entries of data alone have none. */
export const linkAnswer = z.object({
  entity_type: maybeText,
  linked_profile: z.object({ id }).nullish().catch(null),
  task_variant_ids: maybeTexts,
  resolver_id: maybeText,
  total_percentage: maybeNumber,
  relationship: maybeText,
  appointed_on: maybeText,
  resigned_on: maybeText,
  original_role: maybeText,
});

import { z } from "zod";
import { id, maybeText, text } from "./scalars.ts";

/** `POST …/applications`, and an entry of `applications` in a create (API contract §5.1). */
export const applicationRequest = z.strictObject({
  product: z.strictObject({ alias: text }),
  associated_role: z.string().min(1).optional(),
});

/** `POST …/applications/{a}` (API contract §5.1). */
export const decisionRequest = z.strictObject({ status: z.enum(["APPROVED", "REJECTED", "CANCELLED", "IN_REVIEW"]) });
export type Decision = z.infer<typeof decisionRequest>["status"];

/** `POST …/applications/{a}/revert_decision`. */
export const reversalRequest = z.strictObject({ comment: text.optional() });

export const applicationAnswer = z.object({
  id,
  status: z.string(),
  product: z.object({ alias: maybeText }).nullish().catch(null),
  associated_role: maybeText,
  flag: maybeText,
  hidden: z.boolean().nullish().catch(null),
  approval_blockers: z
    .array(z.object({ blocker_type: maybeText }))
    .nullish()
    .catch(null),
});
export type ApplicationAnswer = z.infer<typeof applicationAnswer>;
export const applicationsAnswer = z.array(applicationAnswer);

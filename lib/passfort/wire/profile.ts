import { z } from "zod";
import { applicationRequest } from "./application.ts";
import { entityData } from "./entity-data.ts";
import { id, maybeFlag, maybeList, maybeNumber, maybeText } from "./scalars.ts";

/** `POST /profiles` (API contract §3.1). Without `applications` Passfort applies to its automatic products. */
export const createProfileRequestSchema = z.strictObject({
  role: z.enum(["INDIVIDUAL_CUSTOMER", "COMPANY_CUSTOMER"]),
  collected_data: entityData,
  applications: z.array(applicationRequest).min(1).optional(),
});
export type CreateProfileRequest = z.infer<typeof createProfileRequestSchema>;

/** The same for an associate: its application comes with the link, so none is sent (API contract §4.3.3). */
export const createAssociateRequestSchema = z.strictObject({
  role: z.enum(["INDIVIDUAL_ASSOCIATED", "COMPANY_ASSOCIATED"]),
  collected_data: entityData,
});
export type CreateAssociateRequest = z.infer<typeof createAssociateRequestSchema>;

/** A profile as `POST /profiles` and `GET /profiles/{p}` answer it (API contract §3.1). */
export const profileAnswer = z.object({
  id,
  role: maybeText,
  display_name: maybeText,
  applications: maybeList,
  tags: maybeList,
  tasks: maybeList,
  has_associates: maybeFlag,
  linked_to: maybeList,
  collected_data: z
    .object({
      customer_ref: maybeText,
      customer_reference: maybeText,
      metadata: z.object({ number: maybeText, country_of_incorporation: maybeText }).nullish().catch(null),
      personal_details: z.object({ dob: maybeText }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});
export type ProfileAnswer = z.infer<typeof profileAnswer>;

/** The same with its collected data kept as it came, to hold it against what was sent. */
export const profileWithDataAnswer = profileAnswer.extend({
  collected_data: z.looseObject({}).nullish().catch(null),
});

export const linkedToAnswer = z.object({ profile: z.object({ id }), roles: z.array(z.string()).nullish().catch(null) });

const found = z.object({
  id,
  role: maybeText,
  display_name: maybeText,
  tags: z
    .array(z.object({ name: z.string() }))
    .nullish()
    .catch(null),
});
export type FoundAnswer = z.infer<typeof found>;

/** One page of profiles to ask for (API contract §1.4): at most 200. */
export const pageRequest = z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(200) });

/** `GET /profiles` (API contract §2.1): one page. Customers are in `results`, associates apart. */
export const searchAnswer = z.object({
  count: maybeNumber,
  hidden: maybeNumber,
  // An entry without an id fails the whole page: skipping it could hide the very profile we look for.
  results: z.array(found),
  associated_results: z.array(found).nullish(),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

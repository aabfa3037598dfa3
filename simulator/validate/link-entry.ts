import { z } from "zod";
import { currency, date, oneOf, uuid } from "./scalars.ts";

const percentage = z.number().min(0).max(100).optional();

/** One person or company in one of a company's lists; API contract §4.2. */
export const linkEntry = z
  .looseObject({
    entity_type: oneOf(["INDIVIDUAL", "COMPANY"]),
    linked_profile: z.looseObject({ id: uuid }).optional(),
    immediate_data: z.looseObject({ entity_type: oneOf(["INDIVIDUAL", "COMPANY"]) }).optional(),
    provider_name: z.string().optional(),
    task_variant_ids: z.array(uuid).optional(),
    resolver_id: uuid.optional(),
    merged_resolver_ids: z.array(uuid).optional(),
    total_percentage: percentage,
    shareholdings: z
      .array(
        z.looseObject({
          share_class: z.string().optional(),
          amount: z.int().optional(),
          percentage,
          currency: currency.optional(),
        }),
      )
      .optional(),
    appointed_on: date.optional(),
    resigned_on: date.optional(),
    notified_on: date.optional(),
    ceased_on: date.optional(),
    natures_of_control: z.array(z.string()).optional(),
  })
  .refine((entry) => (entry.linked_profile === undefined) !== (entry.immediate_data === undefined), {
    error: "must have either linked_profile or immediate_data, not both and not neither",
  });

export const linkEntries = z.array(linkEntry).optional();

export type LinkEntry = z.infer<typeof linkEntry>;

import { z } from "zod";
import { addressRequest } from "./address.ts";
import { country, date, partialDate, text } from "./scalars.ts";

/** API contract §3.3. */
const individualData = z.strictObject({
  entity_type: z.literal("INDIVIDUAL"),
  customer_ref: text.optional(),
  personal_details: z
    .strictObject({
      name: z
        .strictObject({
          title: text.optional(),
          given_names: z.array(text).min(1).optional(),
          family_name: text.optional(),
        })
        .optional(),
      dob: partialDate.optional(),
      nationality: country.optional(),
      gender: z
        .string()
        .regex(/^[MF]$/, { error: "must be M or F" })
        .optional(),
    })
    .optional(),
  address_history: z
    .array(z.strictObject({ address: addressRequest }))
    .min(1)
    .optional(),
  contact_details: z.strictObject({ email: text.optional(), phone_number: text.optional() }).optional(),
});
export type IndividualData = z.infer<typeof individualData>;

/** API contract §3.4. `customer_reference` repeats the reference, as the migration guide asks (API contract §11 row 1). */
const companyData = z.strictObject({
  entity_type: z.literal("COMPANY"),
  customer_ref: text.optional(),
  customer_reference: text.optional(),
  metadata: z
    .strictObject({
      number: text.optional(),
      name: text.optional(),
      country_of_incorporation: country.optional(),
      state_of_incorporation: text.optional(),
      incorporation_date: date.optional(),
      lei: text.optional(),
      tax_ids: z
        .array(z.strictObject({ tax_id_type: z.literal("VAT"), value: text }))
        .min(1)
        .optional(),
      contact_details: z
        .strictObject({ email: text.optional(), phone_number: text.optional(), url: text.optional() })
        .optional(),
      addresses: z
        .array(z.strictObject({ type: z.literal("registered_address"), address: addressRequest }))
        .min(1)
        .optional(),
    })
    .optional(),
});
export type CompanyData = z.infer<typeof companyData>;

export const entityData = z.discriminatedUnion("entity_type", [individualData, companyData]);

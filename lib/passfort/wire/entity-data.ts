import { z } from "zod";
import { ownershipTypes } from "../../domain/ownership-type.ts";
import { addressRequest } from "./address.ts";
import { country, date, month, partialDate, text } from "./scalars.ts";

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
          alt_family_names: z.array(text).min(1).optional(),
        })
        .optional(),
      dob: partialDate.optional(),
      nationality: country.optional(),
      gender: z
        .string()
        .regex(/^[MF]$/, { error: "must be M or F" })
        .optional(),
      national_identity_number: z.record(country, text).optional(),
    })
    .optional(),
  address_history: z
    .array(
      z
        .strictObject({ address: addressRequest, start_date: month.optional(), end_date: month.optional() })
        .refine((entry) => entry.start_date !== undefined || entry.end_date === undefined, {
          path: ["start_date"],
          error: "is required by Passfort when there is an end_date",
        }),
    )
    .min(1)
    .optional(),
  contact_details: z.strictObject({ email: text.optional(), phone_number: text.optional() }).optional(),
});
export type IndividualData = z.infer<typeof individualData>;

const companyAddressTypes = ["registered_address", "head_office_address", "contact_address", "branch_address"] as const;

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
      jurisdiction: text.optional(),
      registry: text.optional(),
      bvd_id: text.optional(),
      bvd9: text.optional(),
      isin: text.optional(),
      uk_charity_commission_number: text.optional(),
      company_type: text.optional(),
      company_type_description: text.optional(),
      structured_company_type: z
        .strictObject({
          is_public: z.boolean().optional(),
          is_limited: z.boolean().optional(),
          ownership_type: z.enum(ownershipTypes).optional(),
        })
        .optional(),
      is_active: z.boolean().optional(),
      description: text.optional(),
      number_of_employees: z.int().min(0).optional(),
      sic_codes: z
        .array(z.strictObject({ code: text.optional(), description: text.optional() }))
        .min(1)
        .optional(),
      areas_of_activity: z
        .array(z.strictObject({ location: text }))
        .min(1)
        .optional(),
      previous_names: z
        .array(z.strictObject({ name: text, start: date.optional(), end: date.optional() }))
        .min(1)
        .optional(),
      tax_ids: z
        .array(z.strictObject({ tax_id_type: z.enum(["VAT", "EUROVAT", "EIN"]), value: text }))
        .min(1)
        .optional(),
      contact_details: z
        .strictObject({ email: text.optional(), phone_number: text.optional(), url: text.optional() })
        .optional(),
      addresses: z
        .array(z.strictObject({ type: z.enum(companyAddressTypes), address: addressRequest }))
        .min(1)
        .optional(),
    })
    .optional(),
});
export type CompanyData = z.infer<typeof companyData>;

export const entityData = z.discriminatedUnion("entity_type", [individualData, companyData]);

import { z } from "zod";
import { address, datedAddress } from "./address.ts";
import { document } from "./document.ts";
import { linkEntries } from "./link-entry.ts";
import { country, currency, date, nationality, oneOf, partialDate, uuid } from "./scalars.ts";
import vocabulary from "./vocabulary.json" with { type: "json" };

const text = z.string().optional();

const shared = {
  customer_ref: text,
  customer_reference: text,
  documents: z.array(document).optional(),
  external_refs: z.looseObject({ jumio_netverify: z.array(uuid).optional() }).optional(),
};

/** API contract §3.3. */
export const individualData = z.looseObject({
  entity_type: z.literal("INDIVIDUAL"),
  ...shared,
  personal_details: z
    .strictObject({
      name: z
        .looseObject({
          title: text,
          given_names: z.array(z.string()).optional(),
          family_name: text,
          alt_family_names: z.array(z.string()).optional(),
        })
        .optional(),
      dob: partialDate.optional(),
      nationality: nationality.optional(),
      gender: oneOf(["M", "F"]).optional(),
      national_identity_number: z
        .record(z.string(), z.string())
        .refine((numbers) => Object.keys(numbers).every((code) => country.safeParse(code).success), {
          error: "keys must be ISO 3166-1 alpha-3 country codes",
        })
        .optional(),
    })
    .optional(),
  address_history: z.array(datedAddress).optional(),
  contact_details: z.strictObject({ email: text, phone_number: text }).optional(),
  ip_location: z
    .looseObject({
      ip_address: z.string(),
      country: country.optional(),
      continent: z.enum(vocabulary.Continent).optional(),
    })
    .optional(),
});

const companyMetadata = z.looseObject({
  number: text,
  name: text,
  country_of_incorporation: country.optional(),
  state_of_incorporation: z.string().nullable().optional(),
  tax_ids: z
    .array(z.looseObject({ tax_id_type: oneOf(["EUROVAT", "VAT", "EIN", "OTHER"]), value: z.string() }))
    .optional(),
  previous_names: z.array(z.looseObject({ name: text, start: date.optional(), end: date.optional() })).optional(),
  addresses: z
    .array(
      z.looseObject({
        type: z.enum(vocabulary.CompanyAddressType, { error: "must be a company address type" }).optional(),
        address,
      }),
    )
    .optional(),
  number_of_employees: z.number().optional(),
  incorporation_date: date.optional(),
  sic_codes: z.array(z.looseObject({ code: text, description: text })).optional(),
  is_active: z.boolean().optional(),
  contact_details: z.looseObject({ phone_number: text, url: text, email: text }).optional(),
  structured_company_type: z
    .looseObject({
      is_public: z.boolean().optional(),
      is_limited: z.boolean().optional(),
      ownership_type: z.enum(vocabulary.OwnershipType).optional(),
    })
    .optional(),
});

/** API contract §3.4. */
export const companyData = z.looseObject({
  entity_type: z.literal("COMPANY"),
  ...shared,
  metadata: companyMetadata.optional(),
  officers: z
    .looseObject({
      directors: linkEntries,
      secretaries: linkEntries,
      partners: linkEntries,
      resigned: linkEntries,
      trustees: linkEntries,
      other: linkEntries,
    })
    .optional(),
  ownership_structure: z
    .looseObject({
      shareholders: linkEntries,
      beneficial_owners: linkEntries,
      share_classes: z.array(z.looseObject({ name: z.string(), currency: currency.optional() })).optional(),
    })
    .optional(),
  authorized_persons: linkEntries,
  unauthorized_persons: linkEntries,
});

export const collectedData = z.discriminatedUnion("entity_type", [individualData, companyData], {
  error: "entity_type must be INDIVIDUAL or COMPANY",
});

export type CollectedData = z.infer<typeof collectedData>;
export type CompanyData = z.infer<typeof companyData>;

import { z } from "zod";
import vocabulary from "./validate/vocabulary.json" with { type: "json" };

/**
 * What a client may rely on in the answers, written down from the API contract and from the published schema: required
 * parts, enum values, and that nothing is null but where the schema says so. Newer fields are allowed everywhere but in
 * documents, personal details, contact details and addresses without dates.
 */
export const uuid = z.string().regex(/^[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/i);
export const dateTime = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const month = z.string().regex(/^\d{4}-\d{2}$/);
export const text = z.string().optional();
export const country = z.enum(vocabulary.CountryCode);

export const structuredAddress = z.looseObject({
  type: z.literal("STRUCTURED"),
  country: country.optional(),
  state_province: text,
  county: text,
  postal_code: text,
  locality: text,
  route: text,
  street_number: text,
  premise: text,
  subpremise: text,
  original_freeform_address: text,
  original_structured_address: z.looseObject({}).optional(),
});

const addressEntry = z.union([
  z.looseObject({ address: structuredAddress, start_date: month, end_date: month.optional() }),
  z.strictObject({ address: structuredAddress }),
]);

export const image = z.looseObject({
  id: uuid,
  image_type: z.enum(vocabulary.DocumentImageType).optional(),
  upload_date: dateTime.optional(),
  document_type: z.enum(vocabulary.DocumentType).optional(),
  document_category: z.enum(vocabulary.DocumentCategory).optional(),
  encrypted_data: z.strictObject({}).optional(),
});

export const document = z.strictObject({
  id: uuid.optional(),
  category: z.enum(vocabulary.DocumentCategory),
  document_type: z.enum(vocabulary.DocumentType),
  images: z.array(image),
  extracted_data: z.looseObject({}).optional(),
  verification_result: z.looseObject({}).optional(),
});

const individualData = z.looseObject({
  entity_type: z.literal("INDIVIDUAL"),
  customer_ref: text,
  documents: z.array(document).optional(),
  personal_details: z
    .strictObject({
      name: z.looseObject({ given_names: z.array(z.string()).optional(), family_name: text }).optional(),
      dob: z
        .string()
        .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
        .optional(),
      nationality: text,
      gender: z.enum(["M", "F"]).optional(),
    })
    .optional(),
  address_history: z.array(addressEntry).optional(),
  contact_details: z.strictObject({ email: text, phone_number: text }).optional(),
});

const linkCommon = {
  resolver_id: uuid,
  entity_type: z.enum(["INDIVIDUAL", "COMPANY"]),
  appointed_on: date.optional(),
  total_percentage: z.number().optional(),
  task_variant_ids: z.array(uuid).optional(),
};

const linkEntry = z.union([
  z.looseObject({ ...linkCommon, linked_profile: z.looseObject({ id: uuid }), merged_resolver_ids: z.array(uuid) }),
  z.looseObject({ ...linkCommon, immediate_data: z.looseObject({ entity_type: z.string() }), provider_name: text }),
]);

const entries = z.array(linkEntry).optional();

const companyData = z.looseObject({
  entity_type: z.literal("COMPANY"),
  customer_ref: text,
  documents: z.array(document).optional(),
  metadata: z
    .looseObject({
      name: text,
      number: text,
      country_of_incorporation: country.optional(),
      addresses: z.array(z.looseObject({ type: text, address: structuredAddress })).optional(),
    })
    .optional(),
  officers: z.looseObject({ directors: entries, secretaries: entries }).optional(),
  ownership_structure: z.looseObject({ shareholders: entries, beneficial_owners: entries }).optional(),
  authorized_persons: entries,
});

export const entityData = z.discriminatedUnion("entity_type", [individualData, companyData]);

import { z } from "zod";

/**
 * What crosses the border to Passfort 4.0. Strict about what we send: an unknown or empty key does not pass.
 * Tolerant of what we read: unknown keys are dropped, enum values are open (API contract §0 fact 12).
 */
const text = z.string().refine((value) => value.trim() !== "", { error: "must not be empty" });
const country = z.string().regex(/^[A-Z]{3}$/, { error: "must be a country code of three capital letters" });
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "must be a date written YYYY-MM-DD" });
const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
  error: "must be a date written YYYY-MM-DD, YYYY-MM or YYYY",
});

/** API contract §3.5; the help page wants `country` on both kinds. It is optional in the type so that a preview can show what is missing. */
const needsCountry = <Shape extends z.ZodType<{ country?: string | undefined }>>(shape: Shape) =>
  shape.refine((address) => address.country !== undefined, {
    path: ["country"],
    error: "is required by Passfort in an address",
  });

export const addressRequest = z.union([
  needsCountry(
    z.strictObject({
      type: z.literal("STRUCTURED"),
      country: country.optional(),
      state_province: text.optional(),
      county: text.optional(),
      postal_code: text.optional(),
      locality: text.optional(),
      postal_town: text.optional(),
      route: text.optional(),
      street_number: text.optional(),
      premise: text.optional(),
    }),
  ),
  needsCountry(z.strictObject({ type: z.literal("FREEFORM"), country: country.optional(), text })),
]);
export type AddressRequest = z.infer<typeof addressRequest>;

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

/** `POST /profiles` (API contract §3.1). Without `applications` Passfort applies to its automatic products. */
export const createProfileRequestSchema = z.strictObject({
  role: z.enum(["INDIVIDUAL_CUSTOMER", "COMPANY_CUSTOMER"]),
  collected_data: z.discriminatedUnion("entity_type", [individualData, companyData]),
  applications: z
    .array(z.strictObject({ product: z.strictObject({ alias: text }) }))
    .min(1)
    .optional(),
});
export type CreateProfileRequest = z.infer<typeof createProfileRequestSchema>;

/** `POST /profiles/{p}/tags` (API contract §7). */
export const addTagRequestSchema = z.strictObject({ name: text });

/** `GET /whoami` (API contract §1.2). */
export const whoamiAnswer = z.object({
  institution: z.object({ name: z.string() }),
  auditee_name: z.string().nullish(),
});

export const tagAnswer = z.object({ id: z.string().min(1), name: z.string() });

export const applicationAnswer = z.object({
  id: z.string().min(1),
  status: z.string(),
  product: z.object({ alias: z.string().nullish() }).nullish(),
});

// Only the id must be there: a profile that exists may not be lost because something beside it looks new.
const list = z.array(z.unknown()).nullish().catch(null);
const maybeText = z.string().nullish().catch(null);

/** A profile as `POST /profiles` and `GET /profiles/{p}` answer it (API contract §3.1). */
export const profileAnswer = z.object({
  id: z.string().min(1),
  role: maybeText,
  display_name: maybeText,
  applications: list,
  tags: list,
  collected_data: z
    .object({
      customer_ref: maybeText,
      customer_reference: maybeText,
      metadata: z.object({ number: maybeText, country_of_incorporation: maybeText }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});
export type ProfileAnswer = z.infer<typeof profileAnswer>;

/** `GET /profiles` (API contract §2.1): one page. Customers are in `results`, associates apart. */
export const searchAnswer = z.object({
  count: z.number().nullish().catch(null),
  // An entry without an id fails the whole page: skipping it could hide the very profile we look for.
  results: z.array(
    z.object({
      id: z.string().min(1),
      display_name: maybeText,
      tags: z
        .array(z.object({ name: z.string() }))
        .nullish()
        .catch(null),
    }),
  ),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

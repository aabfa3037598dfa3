import { z } from "zod";
import { personKeyOf } from "./person-key.ts";

export const entityTypes = ["individual", "company"] as const;
export type EntityType = (typeof entityTypes)[number];

/** Parts of an address. `country` is ISO 3166-1 alpha-3 (API contract §3.5). `text` is one line when the source has no parts. */
export const addressSchema = z.object({
  country: z.string().optional(),
  text: z.string().optional(),
  subpremise: z.string().optional(),
  premise: z.string().optional(),
  streetNumber: z.string().optional(),
  route: z.string().optional(),
  locality: z.string().optional(),
  postalTown: z.string().optional(),
  county: z.string().optional(),
  stateProvince: z.string().optional(),
  postalCode: z.string().optional(),
});
export type Address = z.infer<typeof addressSchema>;

/** From when to when somebody lived there, `YYYY-MM-DD`; Passfort keeps the month. Without dates it is the present address. */
const datedAddressSchema = addressSchema.extend({ startDate: z.string().optional(), endDate: z.string().optional() });
export type DatedAddress = z.infer<typeof datedAddressSchema>;

/** A number and the country (alpha-3) that gave it. */
const nationalIdSchema = z.object({ number: z.string().optional(), country: z.string().optional() });
const previousNameSchema = z.object({
  name: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
});

/**
 * A person as we will tell Passfort (API contract §3.3). Dates are `YYYY-MM-DD`, countries alpha-3.
 * Every part is optional here: what is missing or wrong is an issue for a person, not a parse error.
 */
export const individualSchema = z.object({
  entityType: z.literal("individual"),
  reference: z.string().optional(),
  title: z.string().optional(),
  givenNames: z.array(z.string()).optional(),
  familyName: z.string().optional(),
  dateOfBirth: z.string().optional(),
  nationality: z.string().optional(),
  gender: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  altFamilyNames: z.array(z.string()).optional(),
  nationalId: nationalIdSchema.optional(),
  nationalId2: nationalIdSchema.optional(),
  address: datedAddressSchema.optional(),
  address2: datedAddressSchema.optional(),
  address3: datedAddressSchema.optional(),
  note: z.string().optional(),
});
export type Individual = z.infer<typeof individualSchema>;

const yesNo = z.enum(["yes", "no"]).optional();

/** A company as we will tell Passfort (API contract §3.4). The number is text: leading zeros matter. */
export const companySchema = z.object({
  entityType: z.literal("company"),
  reference: z.string().optional(),
  name: z.string().optional(),
  number: z.string().optional(),
  countryOfIncorporation: z.string().optional(),
  stateOfIncorporation: z.string().optional(),
  incorporationDate: z.string().optional(),
  lei: z.string().optional(),
  vatNumber: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  website: z.string().optional(),
  euVatNumber: z.string().optional(),
  ein: z.string().optional(),
  previousName: previousNameSchema.optional(),
  previousName2: previousNameSchema.optional(),
  jurisdiction: z.string().optional(),
  registry: z.string().optional(),
  companyType: z.string().optional(),
  companyTypeDescription: z.string().optional(),
  ownershipType: z.string().optional(),
  isPublic: yesNo,
  isLimited: yesNo,
  isActive: yesNo,
  description: z.string().optional(),
  employees: z.string().optional(),
  sicCode: z.string().optional(),
  sicDescription: z.string().optional(),
  areaOfActivity: z.string().optional(),
  bvdId: z.string().optional(),
  bvd9: z.string().optional(),
  isin: z.string().optional(),
  ukCharityNumber: z.string().optional(),
  address: addressSchema.optional(),
  headOffice: addressSchema.optional(),
  contactAddress: addressSchema.optional(),
  branch: addressSchema.optional(),
  note: z.string().optional(),
});
export type Company = z.infer<typeof companySchema>;

export const entitySchema = z.discriminatedUnion("entityType", [individualSchema, companySchema]);
export type Entity = z.infer<typeof entitySchema>;

/** The name people know a client by; empty when the source has none. */
export function displayNameOf(entity: Entity): string {
  if (entity.entityType === "company") return entity.name ?? "";
  // Put together by hand, for a million people: a list to be joined takes twice as long.
  let name = "";
  for (const given of entity.givenNames ?? []) name += `${given} `;
  return (name + (entity.familyName ?? "")).trim();
}

/**
 * By what two records are known to be of the same one. A company by what Passfort regards as its identity (API contract §3.4), country and
 * number: `GBR 01234567`; a person by name and birthday, as a key that can only be compared. Undefined while a part is missing.
 */
export function identityOf(entity: Entity): string | undefined {
  if (entity.entityType === "company") {
    if (!entity.countryOfIncorporation || !entity.number) return undefined;
    return `${entity.countryOfIncorporation} ${entity.number}`;
  }
  const { givenNames, familyName, dateOfBirth } = entity;
  return givenNames && familyName && dateOfBirth ? personKeyOf(givenNames, familyName, dateOfBirth) : undefined;
}

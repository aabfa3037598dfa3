import { z } from "zod";

export const entityTypes = ["individual", "company"] as const;
export type EntityType = (typeof entityTypes)[number];

/** Parts of an address. `country` is ISO 3166-1 alpha-3 (API contract §3.5). `text` is one line when the source has no parts. */
export const addressSchema = z.object({
  country: z.string().optional(),
  text: z.string().optional(),
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
  address: addressSchema.optional(),
});
export type Individual = z.infer<typeof individualSchema>;

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
  address: addressSchema.optional(),
});
export type Company = z.infer<typeof companySchema>;

export const entitySchema = z.discriminatedUnion("entityType", [individualSchema, companySchema]);
export type Entity = z.infer<typeof entitySchema>;

/** The name people know a client by; empty when the source has none. */
export function displayNameOf(entity: Entity): string {
  if (entity.entityType === "company") return entity.name ?? "";
  return [...(entity.givenNames ?? []), entity.familyName ?? ""].join(" ").trim();
}

/** What Passfort regards as a company's identity (API contract §3.4): its country and number. Undefined while one is missing, and for people. */
export function identityOf(entity: Entity): string | undefined {
  if (entity.entityType !== "company" || !entity.countryOfIncorporation || !entity.number) return undefined;
  return `${entity.countryOfIncorporation} ${entity.number}`;
}

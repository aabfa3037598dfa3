import type { Address, Company, Entity, Individual } from "../domain/entity.ts";
import type { AddressRequest } from "./wire/address.ts";
import type { CompanyData, IndividualData } from "./wire/entity-data.ts";
import type { CreateAssociateRequest, CreateProfileRequest } from "./wire/profile.ts";

/**
 * The exact JSON that creates this client's profile (API contract §3.1). Pure: the preview shows what will be sent.
 * What is blank is left out altogether; nothing is guessed. Without an alias Passfort's automatic products apply.
 */
export function createProfileRequest(entity: Entity, productAlias: string | null): CreateProfileRequest {
  return {
    role: roleByEntityType[entity.entityType],
    collected_data: entityDataOf(entity),
    ...(productAlias === null ? {} : { applications: [{ product: { alias: productAlias } }] }),
  };
}

/** The exact JSON that creates this associate's profile: data only, because linking adds its application (API contract §4.3.3). */
export function createAssociateRequest(entity: Entity): CreateAssociateRequest {
  return { role: associateRoleByEntityType[entity.entityType], collected_data: entityDataOf(entity) };
}

export const roleByEntityType = { individual: "INDIVIDUAL_CUSTOMER", company: "COMPANY_CUSTOMER" } as const;
export const associateRoleByEntityType = {
  individual: "INDIVIDUAL_ASSOCIATED",
  company: "COMPANY_ASSOCIATED",
} as const;

function entityDataOf(entity: Entity): IndividualData | CompanyData {
  return entity.entityType === "individual" ? individualData(entity) : companyData(entity);
}

function individualData(person: Individual): IndividualData {
  const givenNames = (person.givenNames ?? []).filter((name) => name.trim() !== "");
  const address = addressRequest(person.address);
  return filled({
    entity_type: "INDIVIDUAL",
    customer_ref: person.reference,
    personal_details: group({
      name: group({
        title: person.title,
        given_names: givenNames.length > 0 ? givenNames : undefined,
        family_name: person.familyName,
      }),
      dob: person.dateOfBirth,
      nationality: person.nationality,
      gender: person.gender,
    }),
    address_history: address && [{ address }],
    contact_details: group({ email: person.email, phone_number: person.phone }),
  });
}

function companyData(company: Company): CompanyData {
  const address = addressRequest(company.address);
  return filled({
    entity_type: "COMPANY",
    customer_ref: company.reference,
    // The guide names this key for companies, everything else the other one: send both (API contract §11 row 1).
    customer_reference: company.reference,
    metadata: group({
      number: company.number,
      name: company.name,
      country_of_incorporation: company.countryOfIncorporation,
      state_of_incorporation: company.stateOfIncorporation,
      incorporation_date: company.incorporationDate,
      lei: company.lei,
      tax_ids: isBlank(company.vatNumber) ? undefined : [{ tax_id_type: "VAT" as const, value: company.vatNumber }],
      contact_details: group({ email: company.email, phone_number: company.phone, url: company.website }),
      addresses: address && [{ type: "registered_address" as const, address }],
    }),
  });
}

/** Structured when the source has parts, free-form when it has one line, country alone when that is all (API contract §3.5). */
function addressRequest(address: Address | undefined): AddressRequest | undefined {
  if (!address) return undefined;
  const parts = group({
    state_province: address.stateProvince,
    county: address.county,
    postal_code: address.postalCode,
    locality: address.locality,
    postal_town: address.postalTown,
    route: address.route,
    street_number: address.streetNumber,
    premise: address.premise,
  });
  const country = group({ country: address.country });
  if (!parts && !isBlank(address.text)) return { type: "FREEFORM", ...country, text: address.text };
  return parts || country ? { type: "STRUCTURED", ...country, ...parts } : undefined;
}

/** The object without its blank parts. */
function filled<T extends object>(whole: T): T {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => !isBlank(value))) as T;
}

/** The same, or nothing at all when every part is blank: an empty object says less than no object. */
function group<T extends object>(whole: T): T | undefined {
  const kept = filled(whole);
  return Object.keys(kept).length > 0 ? kept : undefined;
}

function isBlank(value: unknown): value is undefined | "" {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

import type { Entity } from "../domain/entity.ts";
import { companyData } from "./company-to-wire.ts";
import { individualData } from "./person-to-wire.ts";
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

import type { CollectedData } from "../validate/collected-data.ts";
import type { CollectionStep } from "./collection-step.ts";

/** Whether the data that a collection step asks for is there. Companies are asked for documents only. */
export function isFulfilled(step: CollectionStep, data: CollectedData): boolean {
  if (step.collection_type === "DOCUMENT") {
    return (data.documents ?? []).some((document) => fits(document, step));
  }
  if (data.entity_type !== "INDIVIDUAL") return false;
  const { personal_details: person, contact_details: contact, address_history: addresses } = data;
  switch (step.collection_type) {
    case "FULL_NAME":
      return Boolean(person?.name?.given_names?.some((name) => name.trim()) && person.name.family_name?.trim());
    case "DOB":
      return (person?.dob?.length ?? 0) >= (LENGTHS[String(step.precision)] ?? 10);
    case "ADDRESS_HISTORY":
      return (addresses ?? []).length > 0;
    case "NATIONALITY":
      return person?.nationality !== undefined;
    case "EMAIL":
      return Boolean(contact?.email?.trim());
    case "PHONE_NUMBER":
      return Boolean(contact?.phone_number?.trim());
  }
}

/** Characters of a partial date that is precise enough; the whole date where nothing is said. */
const LENGTHS: Record<string, number> = { YEAR: 4, YEAR_MONTH: 7, YEAR_MONTH_DAY: 10 };

function fits(document: { category: string; document_type: string }, step: CollectionStep): boolean {
  const types = Array.isArray(step.allowed_types) ? step.allowed_types : [];
  return document.category === step.category && (types.length === 0 || types.includes(document.document_type));
}

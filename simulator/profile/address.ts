import type { Address, StructuredAddress } from "../validate/address.ts";
import type { CollectedData } from "../validate/collected-data.ts";

/** Replaces every address by what Passfort would keep: always structured, with the original text beside it (§3.5). */
export function structureAddresses(data: CollectedData): CollectedData {
  if (data.entity_type === "INDIVIDUAL") {
    if (!data.address_history) return data;
    const address_history = data.address_history.map((entry) => ({ ...entry, address: structured(entry.address) }));
    return { ...data, address_history };
  }
  if (!data.metadata?.addresses) return data;
  const addresses = data.metadata.addresses.map((entry) => ({ ...entry, address: structured(entry.address) }));
  return { ...data, metadata: { ...data.metadata, addresses } };
}

export function structured(address: Address): StructuredAddress {
  if (address.type === "FREEFORM") return split(address.country, address.text);
  return {
    ...address,
    original_freeform_address: address.original_freeform_address ?? joined(address),
    original_structured_address: {},
  };
}

const ORDER = [
  "subpremise",
  "premise",
  "street_number",
  "route",
  "locality",
  "postal_town",
  "county",
  "state_province",
  "postal_code",
] as const;

/** Empty parts that were sent leave an empty place between commas, as in the documented sample. */
function joined(address: StructuredAddress): string {
  return ORDER.flatMap((part) => address[part] ?? []).join(", ");
}

const POSTAL_CODE = /\b([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4,6}(-\d{3,4})?)$/i;

/** Deliberately naive, and so sometimes wrong, as the help page warns. */
function split(country: StructuredAddress["country"], text: string): StructuredAddress {
  const postalCode = POSTAL_CODE.exec(text.trim())?.[1];
  const rest = postalCode ? text.trim().slice(0, -postalCode.length) : text;
  const parts = rest
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const locality = parts.length > 1 ? parts.pop() : undefined;
  const street = parts.pop();
  const numbered = street ? /^(\d+\w?)\s+(.+)$/.exec(street) : null;
  return {
    type: "STRUCTURED",
    country,
    ...(parts.length > 0 ? { premise: parts.join(", ") } : {}),
    ...(numbered ? { street_number: numbered[1] } : {}),
    ...(street ? { route: numbered?.[2] ?? street } : {}),
    ...(locality ? { locality } : {}),
    ...(postalCode ? { postal_code: postalCode } : {}),
    original_freeform_address: text,
    original_structured_address: {},
  };
}

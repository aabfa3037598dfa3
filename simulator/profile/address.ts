import type { Address, StructuredAddress } from "../validate/address.ts";
import type { CollectedData } from "../validate/collected-data.ts";

export type AddressOrder = "subpremise_first" | "premise_first";

/** Replaces every address by what Passfort would keep: always structured, with the original text beside it (§3.5). */
export function structureAddresses(data: CollectedData, order: AddressOrder): CollectedData {
  if (data.entity_type === "INDIVIDUAL") {
    if (!data.address_history) return data;
    const address_history = data.address_history.map((entry) => ({
      ...entry,
      address: structured(entry.address, order),
    }));
    return { ...data, address_history };
  }
  if (!data.metadata?.addresses) return data;
  const addresses = data.metadata.addresses.map((entry) => ({ ...entry, address: structured(entry.address, order) }));
  return { ...data, metadata: { ...data.metadata, addresses } };
}

export function structured(address: Address, order: AddressOrder = "subpremise_first"): StructuredAddress {
  if (address.type === "FREEFORM") return split(address.country, address.text);
  const parts = withEmptyParts(address, ORDERS[order]);
  return {
    ...parts,
    original_freeform_address: address.original_freeform_address ?? joined(parts, ORDERS[order]),
    original_structured_address: {},
  };
}

const STREET = [
  "street_number",
  "route",
  "locality",
  "postal_town",
  "county",
  "state_province",
  "postal_code",
] as const;

/** Beyond the two documented samples the order is inferred; both of these agree with them. */
const ORDERS = {
  subpremise_first: ["subpremise", "premise", ...STREET],
  premise_first: ["premise", "subpremise", ...STREET],
} as const;

type Parts = (typeof ORDERS)[AddressOrder];

/** Whoever sends one part empty gets every missing part empty, as in the documented sample (§12 rule 15). */
function withEmptyParts(address: StructuredAddress, order: Parts): StructuredAddress {
  if (!order.some((part) => address[part] === "")) return address;
  const empty = Object.fromEntries(order.map((part) => [part, address[part] ?? ""]));
  return { ...address, ...empty };
}

/** Empty parts leave an empty place between commas, as in the documented sample. */
function joined(address: StructuredAddress, order: Parts): string {
  return order.flatMap((part) => address[part] ?? []).join(", ");
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

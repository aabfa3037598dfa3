import type { Address } from "../domain/entity.ts";
import { group, isBlank } from "./blank-parts.ts";
import type { AddressRequest } from "./wire/address.ts";

/** Structured when the source has parts, free-form when it has one line, country alone when that is all (API contract §3.5). */
export function addressRequest(address: Address | undefined): AddressRequest | undefined {
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
    subpremise: address.subpremise,
  });
  const country = group({ country: address.country });
  if (!parts && !isBlank(address.text)) return { type: "FREEFORM", ...country, text: address.text };
  return parts || country ? { type: "STRUCTURED", ...country, ...parts } : undefined;
}

/** Is there anything beside the country? A country that is the same for every row does not make a second address. */
export const saysMore = (address: Address | undefined): boolean =>
  address !== undefined && Object.entries(address).some(([part, text]) => part !== "country" && !isBlank(text));

import { z } from "zod";
import type { Address } from "../domain/entity.ts";
import type { CollectedData } from "./collected-data.ts";
import { addressAnswer } from "./wire/address.ts";

const entries = z.array(z.object({ address: addressAnswer }).nullable().catch(null)).catch([]);
const addressed = z.object({
  address_history: entries,
  metadata: z.object({ addresses: entries }).catch({ addresses: [] }),
});

/**
 * The addresses of a person or a company as they were read, in our words; `sameAddress` holds them against what was sent
 * (API contract §3.5). `text` repeats what somebody once wrote in one line, and is no part of what Passfort knows.
 */
export function addressesOf(data: CollectedData): Address[] {
  const { address_history, metadata } = addressed.parse({ address_history: [], metadata: {}, ...data });
  return [...address_history, ...metadata.addresses].flatMap((entry) => (entry ? [addressOf(entry.address)] : []));
}

export type AddressRead = z.infer<typeof addressAnswer>;

export function addressOf(read: AddressRead): Address {
  const parts: Address = {
    country: read.country ?? "",
    text: read.text ?? read.original_freeform_address ?? "",
    premise: [read.subpremise, read.premise].filter((part) => part?.trim()).join(", "),
    streetNumber: read.street_number ?? "",
    route: read.route ?? "",
    locality: read.locality ?? "",
    postalTown: read.postal_town ?? "",
    county: read.county ?? "",
    stateProvince: read.state_province ?? "",
    postalCode: read.postal_code ?? "",
  };
  // An empty part is no part: Passfort gives some back that nobody sent.
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part?.trim() !== ""));
}

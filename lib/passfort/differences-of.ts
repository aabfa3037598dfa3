import { sameAddress } from "../domain/same-address.ts";
import { isBlank } from "./blank-parts.ts";
import type { CollectedData } from "./collected-data.ts";
import { type AddressRead, addressOf } from "./remote-addresses.ts";
import { addressAnswer } from "./wire/address.ts";
import type { CompanyData, IndividualData } from "./wire/entity-data.ts";

/** A place of what was sent, as Passfort names it (`personal_details.dob`), that does not stand there as it was sent. Never a value. */
export type Difference = { path: string; what: "missing" | "other" };

/**
 * What Passfort holds, against what was sent, place by place. Forgiven is what the contract says Passfort does to data: another
 * writing of addresses and what was first written beside them, parts that are blank, another order of lists (API contract §3.5, §11 rows 1
 * and 8). What Passfort holds beyond what was sent is no difference: checks and people add to a client.
 */
export function differencesOf(sent: IndividualData | CompanyData, held: CollectedData): Difference[] {
  if (sent.entity_type !== held.entity_type) return [differs("entity_type", held.entity_type)];
  // Either key of the reference counts, so they are one place.
  const { customer_ref, ...others } = sent;
  const heldReference = isBlank(held.customer_ref) ? held.customer_reference : held.customer_ref;
  return [
    ...compared("customer_ref", customer_ref, heldReference),
    ...compared("", { ...others, customer_reference: undefined }, held),
  ];
}

function compared(path: string, sent: unknown, held: unknown): Difference[] {
  if (sent === undefined || sent === held) return [];
  if (Array.isArray(sent)) return comparedList(path, sent, Array.isArray(held) ? held : []);
  if (!isObject(sent)) return [differs(path, held)];
  const parts = isObject(held) ? held : {};
  return Object.entries(sent).flatMap(([key, part]) => {
    // A kind is what an entry was found by.
    if (key === "type" || key === "tax_id_type") return [];
    if (key === "address") return comparedAddress(`${path}.address`, part, parts.address);
    return compared(path === "" ? key : `${path}.${key}`, part, parts[key]);
  });
}

const differs = (path: string, held: unknown): Difference => ({ path, what: isBlank(held) ? "missing" : "other" });

/** Given names are first and then middle names: their order is what they say, and one more makes another name. */
const inOrder = "personal_details.name.given_names";

/** Entry by entry, wherever it stands in the list: first what is the same, and what is left with what is left of its kind, so that the part that differs is named. */
function comparedList(path: string, sent: readonly unknown[], held: readonly unknown[]): Difference[] {
  if (path === inOrder) {
    const isSame = sent.length === held.length && sent.every((each, at) => each === held[at]);
    return isSame ? [] : [{ path, what: held.length === 0 ? "missing" : "other" }];
  }
  const pairs = new Map<number, number>();
  for (const fits of [isSame, isAmong, isOfKind])
    for (const [at, entry] of sent.entries()) {
      if (pairs.has(at)) continue;
      const taken = new Set(pairs.values());
      const other = [at, ...held.keys()].find((each) => !taken.has(each) && each in held && fits(entry, held[each]));
      if (other !== undefined) pairs.set(at, other);
    }
  return sent.flatMap((entry, at) => {
    const other = pairs.get(at);
    return compared(`${path}[${placeOf(entry) ?? at}]`, entry, other === undefined ? undefined : held[other]);
  });
}

const isOfKind = (entry: unknown, other: unknown): boolean => kindOf(other) === kindOf(entry);
const isAmong = (entry: unknown, other: unknown): boolean =>
  isOfKind(entry, other) && compared("", entry, other).length === 0;
/** Nor has the other one more to it: an address without dates is not the one of former years. */
const isSame = (entry: unknown, other: unknown): boolean =>
  isAmong(entry, other) && (!isObject(entry) || !isObject(other) || Object.keys(other).every((key) => key in entry));

/** Where the catalogue of fields has the entries of lists that have kinds, whichever of them were sent. */
const placeByKind: Record<string, number> = {
  registered_address: 0,
  head_office_address: 1,
  contact_address: 2,
  branch_address: 3,
  VAT: 0,
  EUROVAT: 1,
  EIN: 2,
};

const kindOf = (entry: unknown): unknown => (isObject(entry) ? (entry.type ?? entry.tax_id_type) : undefined);

function placeOf(entry: unknown): number | undefined {
  const kind = kindOf(entry);
  return typeof kind === "string" ? placeByKind[kind] : undefined;
}

/** Loosely, and when it is another one, by the parts that are not what was sent. */
function comparedAddress(path: string, sent: unknown, held: unknown): Difference[] {
  const parsed = addressAnswer.safeParse(held);
  if (!parsed.success) return [{ path, what: "missing" }];
  const ours = addressAnswer.parse(sent);
  if (sameAddress(addressOf(ours), addressOf(parsed.data))) return [];
  const parts = wireParts.filter(
    (part) => !isBlank(ours[part]) && !sameAddress(only(ours, part), only(parsed.data, part)),
  );
  return parts.length === 0
    ? [{ path, what: "other" }]
    : parts.map((part) => differs(`${path}.${part}`, parsed.data[part]));
}

const wireParts = [
  "country",
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

const only = (address: AddressRead, part: (typeof wireParts)[number]) =>
  addressOf({ ...nothing, [part]: address[part] });
const nothing = addressAnswer.parse({});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

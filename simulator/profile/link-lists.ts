import type { CollectedData, CompanyData } from "../validate/collected-data.ts";
import type { LinkEntry } from "../validate/link-entry.ts";

export type LinkedEntry = { role: string; path: string; entry: LinkEntry };

const OFFICERS = {
  directors: "DIRECTOR",
  secretaries: "COMPANY_SECRETARY",
  partners: "PARTNER",
  trustees: "TRUSTEE",
  resigned: "RESIGNED_OFFICER",
  other: "OTHER",
} as const;

const OWNERS = { shareholders: "SHAREHOLDER", beneficial_owners: "BENEFICIAL_OWNER" } as const;

const PERSONS = { authorized_persons: "AUTHORIZED_PERSON", unauthorized_persons: "UNAUTHORIZED_PERSON" } as const;

/** Every entry of every people list of a company, with the associated role its list stands for (§12 rule 20). */
export function entriesOf(data: CollectedData): LinkedEntry[] {
  if (data.entity_type !== "COMPANY") return [];
  return [
    ...entriesIn(data.officers, OFFICERS, "officers."),
    ...entriesIn(data.ownership_structure, OWNERS, "ownership_structure."),
    ...entriesIn(data, PERSONS, ""),
  ];
}

/** A copy of the company's data with every entry of its people lists changed. */
export function mapEntries(data: CompanyData, change: (entry: LinkEntry) => LinkEntry): CompanyData {
  return mapLists(data, (entries) => entries.map(change));
}

/** A copy of the company's data that keeps only some entries of its people lists. */
export function filterEntries(data: CompanyData, isKept: (entry: LinkEntry) => boolean): CompanyData {
  return mapLists(data, (entries) => entries.filter(isKept));
}

type ListChange = (entries: LinkEntry[]) => LinkEntry[];

function mapLists(data: CompanyData, change: ListChange): CompanyData {
  const copy = { ...data, ...changedIn(data, PERSONS, change) };
  if (copy.officers) copy.officers = { ...copy.officers, ...changedIn(copy.officers, OFFICERS, change) };
  if (copy.ownership_structure) {
    copy.ownership_structure = { ...copy.ownership_structure, ...changedIn(copy.ownership_structure, OWNERS, change) };
  }
  return copy;
}

type Lists<Key extends string> = { [key in NoInfer<Key>]?: LinkEntry[] | undefined };

function entriesIn<Key extends string>(
  holder: Lists<Key> | undefined,
  roles: Record<Key, string>,
  prefix: string,
): LinkedEntry[] {
  return keysOf(roles).flatMap((list) =>
    (holder?.[list] ?? []).map((entry, index) => ({ role: roles[list], path: `${prefix}${list}.${index}`, entry })),
  );
}

function changedIn<Key extends string>(holder: Lists<Key>, roles: Record<Key, string>, change: ListChange): Lists<Key> {
  const changed: Lists<Key> = {};
  for (const list of keysOf(roles)) {
    const entries = holder[list];
    if (entries) changed[list] = change(entries);
  }
  return changed;
}

function keysOf<Key extends string>(roles: Record<Key, string>): Key[] {
  return Object.keys(roles) as Key[];
}

import { headerKey, headerWords } from "./header-words.ts";

/** Headers met in real exports for a place in a company, by field, in six languages; compared by headerKey. */
const aliases: Record<string, readonly string[]> = {
  "link.role": [
    "role",
    "position",
    "function",
    "capacity",
    "officer role",
    "relationship",
    "relationship type",
    "link type",
    "role type",
    "associate role",
    "rolle",
    "funktion",
    "fonction",
    "qualite",
    "cargo",
    "funcion",
    "ruolo",
    "carica",
    "rola",
    "funkcja",
    "stanowisko",
  ],
  "link.percentage": [
    "percentage",
    "percent",
    "pct",
    "share",
    "share percent",
    "share percentage",
    "share pct",
    "shareholding",
    "shareholding percentage",
    "ownership",
    "ownership percentage",
    "ownership pct",
    "ownership percent",
    "stake",
    "holding",
    "interest",
    "anteil",
    "anteil prozent",
    "beteiligung",
    "beteiligungsquote",
    "prozent",
    "pourcentage",
    "part",
    "participation",
    "porcentaje",
    "participacion",
    "percentuale",
    "quota",
    "quota percentuale",
    "udzial",
    "udzialy",
    "procent",
  ],
  "link.appointedOn": [
    "appointed",
    "appointed on",
    "appointed date",
    "appointment date",
    "date appointed",
    "date of appointment",
    "start date",
    "since",
    "bestellt am",
    "bestellung",
    "seit",
    "date de nomination",
    "date nomination",
    "fecha de nombramiento",
    "data nomina",
    "data di nomina",
    "data powolania",
  ],
  "link.resignedOn": [
    "resigned",
    "resigned on",
    "resigned date",
    "resignation date",
    "date resigned",
    "ceased on",
    "end date",
    "ausgeschieden am",
    "abberufen am",
    "date de demission",
    "date de fin",
    "fecha de cese",
    "data cessazione",
    "data di cessazione",
    "data odwolania",
  ],
};

const ownerAliases: readonly string[] = [
  "owner reference",
  "owner ref",
  "owner id",
  "parent reference",
  "parent ref",
  "parent id",
  "parent key",
  "company reference",
  "company ref",
  "company id",
  "company key",
  "client reference",
  "client ref",
  "client id",
  "client no",
  "customer reference",
  "customer ref",
  "customer id",
  "customer no",
  "entity id",
  "entity ref",
  "organisation id",
  "organization id",
  "firma id",
  "firmen id",
  "firmennummer",
  "kundennummer",
  "id societe",
  "reference societe",
  "numero client",
  "id empresa",
  "id azienda",
  "id firmy",
];

const associateAliases: readonly string[] = [
  "associate reference",
  "associate ref",
  "associate id",
  "associate key",
  "person reference",
  "person ref",
  "person id",
  "party id",
  "party ref",
  "director id",
  "shareholder id",
  "officer id",
  "member id",
  "individual id",
  "personen id",
  "id personne",
  "id persona",
  "id osoby",
];

const keysOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(headerKey));
const keysByField = new Map(Object.entries(aliases).map(([field, words]) => [field, keysOf(words)]));
const ownerKeys = keysOf(ownerAliases);
const associateKeys = keysOf(associateAliases);

/** The field about a place in a company that a header names, for example "Beteiligung" or "shareholding_pct". */
export function linkFieldNamed(header: string): string | undefined {
  const key = headerKey(header);
  for (const [field, keys] of keysByField) if (keys.has(key)) return field;
  // "pct_held", "shares %": a percentage by its sign.
  if (/%|\b(?:pct|percent|percentage|prozent|pourcentage)\b/.test(` ${headerWords(header).join(" ")} ${header}`))
    return "link.percentage";
  return undefined;
}

/** Does the header name the company that an associate belongs to, or the associate itself? */
export const namesOwner = (header: string): boolean => ownerKeys.has(headerKey(header));
export const namesAssociate = (header: string): boolean => associateKeys.has(headerKey(header));

import type { EntityType } from "../../domain/entity.ts";
import { fieldOf } from "../../domain/field.ts";
import type { Transform } from "../../domain/mapping.ts";
import { headerKey, headerWords } from "./header-words.ts";
import type { ColumnEvidence, Match } from "./match.ts";

const wholeNames = new Set(
  [
    "name",
    "full name",
    "fullname",
    "name full",
    "complete name",
    "nom complet",
    "nom et prenom",
    "vollständiger name",
    "vor und nachname",
    "nombre completo",
    "nombre y apellidos",
    "nome completo",
    "nome e cognome",
    "imie i nazwisko",
  ].map(headerKey),
);

export const isWholeName = (header: string): boolean => wholeNames.has(headerKey(header));

/** Words that say whose the name is: the client's own. “Company name” of a person is an employer's. */
const whose = new Set(["client", "customer", "cust", "primary", "main", "person", "kunde", "kunden"]);

/** The same with words in front that only say that it is the client's. */
function isWholeNameOfClient(header: string): boolean {
  const words = headerWords(header);
  return isWholeName(header) || (whose.has(words[0] ?? "") && isWholeName(words.slice(1).join(" ")));
}

const looksLikeName = /^[\p{L}\p{M}.'’\-,()\s]+$/u;

/** Names of people in two words or more: no numbers, no signs, and not first names alone. Headers without values speak for themselves. */
function holdsWholeNames(values: readonly string[]): boolean {
  const filled = values.map((value) => value.trim()).filter((value) => value !== "");
  if (filled.length === 0) return true;
  const share = (test: (value: string) => boolean) => filled.filter(test).length / filled.length;
  return share((value) => looksLikeName.test(value)) >= 0.9 && share((value) => /[\s,]/.test(value)) >= 0.6;
}

const partOf = (part: "given" | "family"): Transform[] => [
  { kind: "trim" },
  { kind: "name_part", part, order: "given_first" },
];

/** A whole name is split into both fields; doubtful splits are shown in Review. */
export const wholeNameSteps = { given: partOf("given"), family: partOf("family") };

export const wholeNameReason = (header: string): string =>
  `“${header}” is a whole name: it is split, and doubtful splits are shown in Review.`;

type Found = { column: ColumnEvidence; match: Match | undefined };

/**
 * What a column “Name” of people is. Beside given names alone it is the family name (“Name” and “Vorname”); where no column is a part of the
 * name, it is the whole of it.
 */
export function wholeNameMatches(found: readonly Found[], entityType: EntityType): { at: number; match: Match }[] {
  const [givenNames, familyName] = [fieldOf(entityType, "givenNames"), fieldOf(entityType, "familyName")];
  if (!givenNames || !familyName) return [];
  const sourceOf = (key: string) => found.find(({ match }) => match?.field.key === key)?.column.name;
  if (sourceOf("familyName") !== undefined) return [];
  const given = sourceOf("givenNames");
  const at = found.findIndex(({ column: { name, values }, match }) => {
    if (match) return false;
    return given === undefined ? isWholeNameOfClient(name) && holdsWholeNames(values) : headerKey(name) === "name";
  });
  const header = found[at]?.column.name ?? "";
  if (at === -1) return [];
  if (given !== undefined)
    return [
      {
        at,
        match: {
          field: familyName,
          confidence: "likely",
          reason: `“${header}” stands beside “${given}”: it is the family name.`,
        },
      },
    ];
  return [
    {
      at,
      match: {
        field: givenNames,
        confidence: "likely",
        reason: wholeNameReason(header),
        transforms: wholeNameSteps.given,
        also: [{ field: familyName.key, transforms: wholeNameSteps.family }],
      },
    },
  ];
}

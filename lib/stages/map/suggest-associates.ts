import type { EntityType } from "../../domain/entity.ts";
import type { MappedAssociate } from "../../domain/mapping.ts";
import { type AssociateSeries, associateSeriesOf, type SeriesMember } from "./associate-series.ts";
import { headerKey } from "./header-words.ts";
import { linkFieldNamed } from "./link-aliases.ts";
import type { ColumnEvidence } from "./match.ts";
import { type SuggestedColumn, type Suggestion, suggestionsOf } from "./suggest.ts";
import { linkSuggestion } from "./suggest-links.ts";
import { isWholeName, wholeNameReason, wholeNameSteps } from "./whole-name.ts";

/** An associate that the headers speak of. `series`: members of the same are mapped alike; `columns`: those that are about it. */
export type ProposedAssociate = MappedAssociate & {
  series: number;
  columns: { index: number; rest: string }[];
  reason: string;
};
export type AssociateProposals = { associates: ProposedAssociate[]; suggestedByColumn: Map<number, SuggestedColumn> };

/** The numbered associates of a wide file, and a proposal for each of their columns. */
export function associateProposalsOf(columns: readonly ColumnEvidence[]): AssociateProposals {
  const suggestedByColumn = new Map<number, SuggestedColumn>();
  const associates = associateSeriesOf(columns.map(({ name }) => name)).flatMap((found, series) => {
    const { entityType, why } = kindOf(found, columns);
    return found.members.map((member): ProposedAssociate => {
      const evidence = evidenceOf(member, columns);
      suggestionsFor(member, evidence, entityType).forEach((suggested, at) => {
        const column = member.columns[at];
        if (column) suggestedByColumn.set(column.index, suggested);
      });
      const { of, label } = member;
      const reason = `${countOfColumns(member)} named for ${label.toLowerCase()}; ${why}.`;
      return { of, label, entityType, list: found.list, series, columns: member.columns, reason };
    });
  });
  return { associates, suggestedByColumn };
}

const countOfColumns = ({ columns }: SeriesMember): string =>
  columns.length === 1 ? "One column is" : `${columns.length} columns are`;

/** The columns of one member as if they stood alone: "first name" instead of "director 1 first name". */
const evidenceOf = (member: SeriesMember, columns: readonly ColumnEvidence[]): ColumnEvidence[] =>
  member.columns.map(({ index, rest }) => {
    const { values = [], dates = [] } = columns[index] ?? {};
    return { index, name: rest, values, dates };
  });

function suggestionsFor(
  { of, label }: SeriesMember,
  evidence: ColumnEvidence[],
  entityType: EntityType,
): SuggestedColumn[] {
  const own = suggestionsOf(
    evidence.map((column) => (linkFieldNamed(column.name) ? { ...column, name: "", values: [], dates: [] } : column)),
    entityType,
  );
  const isTaken = own.some(
    ({ suggestion }, at) =>
      (suggestion?.field === "givenNames" || suggestion?.field === "familyName") &&
      !isFullName(evidence[at]?.name ?? ""),
  );
  return evidence.map((column, at): SuggestedColumn => {
    const link = linkFieldNamed(column.name);
    const { suggestion = null, dateAmbiguous = false } = own[at] ?? {};
    if (link) return withOf(linkSuggestion(link, column, headerOf(label, column)), of);
    if (entityType === "individual" && !isTaken && isFullName(column.name))
      return { suggestion: fullName(headerOf(label, column), of), dateAmbiguous: false };
    if (!suggestion) return { suggestion, dateAmbiguous };
    const also = suggestion.also?.map((target) => ({ ...target, of }));
    const reason = suggestion.confidence === "sure" ? `It is named for ${label.toLowerCase()}.` : suggestion.reason;
    return { suggestion: { ...suggestion, reason, of, ...(also && { also }) }, dateAmbiguous };
  });
}

const withOf = ({ suggestion, dateAmbiguous }: SuggestedColumn, of: number): SuggestedColumn => ({
  suggestion: suggestion && { ...suggestion, of },
  dateAmbiguous,
});

const headerOf = (label: string, { name }: ColumnEvidence): string => (name === "" ? label : `${label} ${name}`);

/** A director alone, “Director 2”, is named in full. */
const isFullName = (rest: string): boolean => headerKey(rest) === "" || isWholeName(rest);

const fullName = (header: string, of: number): Suggestion => ({
  of,
  field: "givenNames",
  transforms: wholeNameSteps.given,
  also: [{ of, field: "familyName", transforms: wholeNameSteps.family }],
  confidence: "likely",
  reason: wholeNameReason(header),
});

const companyRests = new Set(
  [
    "company name",
    "number",
    "company number",
    "registration number",
    "reg no",
    "lei",
    "country of incorporation",
    "registered number",
    "incorporation date",
  ].map(headerKey),
);
const personRests = new Set(
  [
    "first name",
    "last name",
    "surname",
    "forename",
    "dob",
    "date of birth",
    "birth date",
    "nationality",
    "vorname",
    "nachname",
    "geburtsdatum",
    "prenom",
    "date de naissance",
    "apellidos",
    "cognome",
    "nazwisko",
    "data urodzenia",
  ].map(headerKey),
);
const legalForm =
  /\b(?:ltd|limited|plc|llp|llc|inc|corp|gmbh|ag|kg|ug|sarl|sas|sa|spa|srl|sl|bv|nv|oy|ab|sp z o ?o|holdings?|group|trust)\.?$/i;

/** People, unless headers or names say companies. */
function kindOf(
  { members }: AssociateSeries,
  columns: readonly ColumnEvidence[],
): { entityType: EntityType; why: string } {
  const all = members.flatMap((member) => member.columns);
  const has = (keys: ReadonlySet<string>) => all.some(({ rest }) => keys.has(headerKey(rest)));
  if (has(personRests)) return { entityType: "individual", why: "they speak of people" };
  if (has(companyRests)) return { entityType: "company", why: "they speak of companies" };
  const names = all.filter(({ rest }) => isFullName(rest)).flatMap(({ index }) => columns[index]?.values ?? []);
  const ofCompanies = names.filter((name) => legalForm.test(name.trim().replaceAll(".", ""))).length;
  if (names.length > 0 && ofCompanies / names.length >= 0.5)
    return { entityType: "company", why: "most names end with a legal form" };
  return { entityType: "individual", why: "nothing in them speaks of companies, so people are presumed" };
}

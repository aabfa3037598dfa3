import type { EntityType } from "../../domain/entity.ts";
import { fieldOf } from "../../domain/field.ts";
import { headerWords } from "./header-words.ts";
import type { ColumnEvidence, Match } from "./match.ts";

/** Words that say that the whole address stands in the column, whatever stands beside it. */
const wholeWords = new Set(["full", "complete", "whole", "completa", "completo", "vollstandige", "pelny"]);

type Found = { column: ColumnEvidence; match: Match | undefined };

/**
 * “Address” beside columns for the town or the postcode is the street alone: taken for the whole address, the street would be missing from
 * its parts. Where its values have commas, or another column is the street, it stays the whole.
 */
export function withAddressesBeside<T extends Found>(found: readonly T[], entityType: EntityType): T[] {
  const has = (key: string) => found.some(({ match }) => match?.field.key === key);
  const route = fieldOf(entityType, "address.route");
  const hasParts = has("address.locality") || has("address.postalCode");
  if (!route || !hasParts || has(route.key)) return [...found];
  return found.map((entry) => {
    const { column, match } = entry;
    if (match?.field.key !== "address.text" || !isStreetAlone(column)) return entry;
    const reason = `“${column.name}” stands beside other parts of the address: it is the street.`;
    return { ...entry, match: { ...match, field: route, confidence: "likely", reason } };
  });
}

function isStreetAlone({ name, values }: ColumnEvidence): boolean {
  const filled = values.filter((value) => value.trim() !== "");
  if (filled.length === 0 || headerWords(name).some((word) => wholeWords.has(word))) return false;
  return filled.filter((value) => value.includes(",")).length / filled.length < 0.5;
}

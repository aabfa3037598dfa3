import type { FileKind } from "../../domain/file-kind.ts";
import { associateFieldsByEntityType, linkFieldOf } from "../../domain/link-field.ts";
import type { Transform } from "../../domain/mapping.ts";
import { dateEvidenceOf } from "./date-evidence.ts";
import { headerKey } from "./header-words.ts";
import { linkFieldNamed, namesAssociate, namesOwner } from "./link-aliases.ts";
import type { ColumnEvidence } from "./match.ts";
import type { SuggestedColumn } from "./suggest.ts";

/** A proposal for a field about a place in a company. Dates get a format only where the values prove it. */
export function linkSuggestion(key: string, column: Pick<ColumnEvidence, "dates">, header: string): SuggestedColumn {
  const field = linkFieldOf(key) ?? associateFieldsByEntityType.individual.find((each) => each.key === key);
  if (!field) return { suggestion: null, dateAmbiguous: false };
  const dates = field.kind === "date" ? dateEvidenceOf(column.dates) : undefined;
  const format: Transform[] = dates?.kind === "proven" ? [{ kind: "date", format: dates.format }] : [];
  return {
    suggestion: {
      field: key,
      transforms: [{ kind: "trim" }, ...format],
      confidence: "sure",
      reason: `“${header}” is a usual header for ${field.label.toLowerCase()}.`,
    },
    dateAmbiguous: dates?.kind === "either" || dates?.kind === "mixed",
  };
}

/** In a file of associates or of links: the columns about a place in a company. The first that names the company, or the associate, is it. */
export function linkSuggestionsOf(columns: readonly ColumnEvidence[], kind: FileKind): Map<number, SuggestedColumn> {
  const found = new Map<number, SuggestedColumn>();
  const taken = new Set<string>();
  for (const column of columns) {
    const key = linkFieldNamed(column.name) ?? sideNamed(column.name, kind);
    if (key === undefined || taken.has(key)) continue;
    taken.add(key);
    found.set(column.index, linkSuggestion(key, column, column.name));
  }
  return found;
}

function sideNamed(header: string, kind: FileKind): string | undefined {
  if (namesOwner(header)) return "owner.reference";
  if (!namesAssociate(header) && headerKey(header) !== "id") return undefined;
  if (kind === "links") return namesAssociate(header) ? "associate.reference" : undefined;
  return "reference";
}

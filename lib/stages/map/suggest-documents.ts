import { documentFieldOf } from "../../domain/document-field.ts";
import { documentCategoryOf, documentTypeOf } from "../../domain/document-words.ts";
import type { Transform } from "../../domain/mapping.ts";
import { dateEvidenceOf } from "./date-evidence.ts";
import { documentFieldNamed } from "./document-aliases.ts";
import type { ColumnEvidence } from "./match.ts";
import type { SuggestedColumn, Suggestion } from "./suggest.ts";

const isFileName = /\.(?:pdf|jpe?g|png|gif|tiff?|bmp|heic|docx?)$/i;
const trim: Transform = { kind: "trim" };

/** A proposal for every column of a documents manifest, by its header, and for the file name by what stands in it. A field is proposed once. */
export function documentSuggestionsOf(columns: readonly ColumnEvidence[]): SuggestedColumn[] {
  const keys: (string | undefined)[] = columns.map(({ name }) => documentFieldNamed(name));
  keys.forEach((key, at) => {
    if (key !== undefined && keys.indexOf(key) < at) keys[at] = undefined;
  });
  const byHeader = [...keys];
  if (!keys.includes("document.fileName")) {
    const at = columns.findIndex((column, place) => keys[place] === undefined && holdsFileNames(column));
    if (at !== -1) keys[at] = "document.fileName";
  }
  const hasCategory = keys.includes("document.category");
  return columns.map((column, at) => {
    const key = keys[at];
    return key === undefined
      ? { suggestion: null, dateAmbiguous: false }
      : suggestionOf(key, column, { hasCategory, isByHeader: byHeader[at] !== undefined });
  });
}

const holdsFileNames = ({ values }: ColumnEvidence): boolean =>
  values.length > 0 && values.filter((value) => isFileName.test(value.trim())).length / values.length >= 0.8;

function suggestionOf(
  key: string,
  column: ColumnEvidence,
  { hasCategory, isByHeader }: { hasCategory: boolean; isByHeader: boolean },
): SuggestedColumn {
  const field = documentFieldOf(key);
  // A date needs its format, and an empty column has none: it would only hold up the saving.
  if (!field || (field.kind === "date" && column.values.every((value) => value.trim() === "")))
    return { suggestion: null, dateAmbiguous: false };
  const dates = field.kind === "date" ? dateEvidenceOf(column.dates) : undefined;
  const format: Transform[] = dates?.kind === "proven" ? [{ kind: "date", format: dates.format }] : [];
  const label = field.label.toLowerCase();
  const suggestion: Suggestion = {
    field: key,
    transforms: [trim, ...format],
    confidence: isByHeader ? "sure" : "likely",
    reason: isByHeader
      ? `“${column.name}” is a usual header for ${label}.`
      : "Nearly all its values are names of files.",
  };
  const dateAmbiguous = dates?.kind === "either" || dates?.kind === "mixed";
  if (key === "document.type" && !hasCategory && saysCategory(column))
    return {
      suggestion: {
        ...suggestion,
        also: [{ field: "document.category", transforms: [trim] }],
        reason: `${suggestion.reason} Its words say the category, too.`,
      },
      dateAmbiguous,
    };
  return { suggestion, dateAmbiguous };
}

/** Every type that is known here can be of one category only. */
const saysCategory = ({ values }: ColumnEvidence): boolean => {
  const known = values.filter((value) => documentTypeOf(value.trim()) !== undefined);
  return known.length > 0 && known.every((value) => documentCategoryOf(value.trim()) !== undefined);
};

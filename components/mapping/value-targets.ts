import { allCountries } from "#lib/domain/country.ts";
import {
  documentCategories,
  documentSides,
  documentTypes,
  documentUses,
  documentUseWords,
  documentWords,
} from "#lib/domain/document.ts";
import type { FieldKind } from "#lib/domain/field-shape.ts";
import { ownershipTypes, ownershipWords } from "#lib/domain/ownership-type.ts";

type Target = { value: string; label: string };

let countries: Target[] | undefined;

/** What values of a field can become, where that is a closed list; undefined where it is any text. */
export function targetsOf(kind: FieldKind): readonly Target[] | undefined {
  if (kind === "gender")
    return [
      { value: "M", label: "M · male" },
      { value: "F", label: "F · female" },
    ];
  if (kind === "yes_no")
    return [
      { value: "yes", label: "Yes" },
      { value: "no", label: "No" },
    ];
  if (kind === "ownership") return ownershipTypes.map((type) => ({ value: type, label: ownershipWords(type) }));
  if (kind === "document_use") return documentUses.map((use) => ({ value: use, label: documentUseWords[use] }));
  if (kind === "document_category") return codesOf(documentCategories);
  if (kind === "document_type") return codesOf(documentTypes);
  if (kind === "document_side") return codesOf(documentSides);
  if (kind !== "country") return undefined;
  countries ??= allCountries().map(({ alpha3, name }) => ({ value: alpha3, label: `${name} · ${alpha3}` }));
  return countries;
}

const codesOf = (codes: readonly string[]): Target[] =>
  codes.map((value) => ({ value, label: `${documentWords(value)} · ${value}` }));

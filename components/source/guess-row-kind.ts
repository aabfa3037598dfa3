import { associateSeriesOf } from "#lib/stages/map/associate-series.ts";
import { documentFieldNamed } from "#lib/stages/map/document-aliases.ts";
import { headerWords } from "#lib/stages/map/header-words.ts";
import { linkFieldNamed, namesAssociate, namesOwner } from "#lib/stages/map/link-aliases.ts";
import { guessEntityType } from "./guess-entity-type.ts";
import type { RowKind } from "./row-kinds.ts";

export type Guess = { rowKind: RowKind; reason: string };

const isAName =
  /^(?:first|given|middle|last|family|full|sur|fore|company)?\s?names?$|^(?:surname|forename|vorname|nachname|prenom|nom|nombre|apellidos|nome|cognome|imie|nazwisko)$/;
const saysKind =
  /\b(?:record|party|client|customer|entity|person|legal) (?:type|kind)\b|\bis (?:a )?(?:company|organi[sz]ation|individual)\b/;

/** What each row of a file describes, by its first line and its name; null when neither says. The operator decides. */
export function guessRowKind(fileName: string, firstLine: string): Guess | null {
  const headers = firstLine.split(/[,;\t|]/).map((header) => header.replace(/^[\s"\uFEFF]+|[\s"]+$/g, ""));
  const numbered = associateSeriesOf(headers).flatMap(({ members }) => members);
  if (numbered.length > 0)
    return {
      rowKind: "company",
      reason: `its columns speak of ${numbered[0]?.label.toLowerCase()}, which companies have`,
    };
  const words = headers.map((header) => headerWords(header).join(" "));
  const file = headers.find((header) => documentFieldNamed(header) === "document.fileName");
  const paper = headers.find((header) =>
    ["document.type", "document.category"].includes(documentFieldNamed(header) ?? ""),
  );
  if (file !== undefined && paper !== undefined && !words.some((word) => isAName.test(word)))
    return { rowKind: "document", reason: `it has “${file}” and “${paper}”` };
  const owner = headers.find(namesOwner);
  const role = headers.find((header) => ["link.role", "link.percentage"].includes(linkFieldNamed(header) ?? ""));
  if (owner !== undefined && role !== undefined) {
    const both = `it has “${owner}” and “${role}”`;
    if (words.some((word) => isAName.test(word))) return { rowKind: "associate_person", reason: both };
    const other = headers.find(namesAssociate);
    if (other !== undefined) return { rowKind: "link", reason: `${both} beside “${other}”, and no names` };
  }
  const telling = headers[words.findIndex((word) => saysKind.test(word))];
  if (telling !== undefined) return { rowKind: "mixed", reason: `“${telling}” seems to tell people from companies` };
  const guess = guessEntityType(fileName, firstLine);
  return guess && { rowKind: guess.entityType, reason: guess.reason };
}

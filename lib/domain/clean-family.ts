import { type ApartTexts, type CleanedRow, rowCleaner } from "./clean-row.ts";
import type { CorrectionsOfRow } from "./correction.ts";
import type { SourceDocument } from "./document.ts";
import { documentCategoryOf, documentSideOf, documentUseOf } from "./document-words.ts";
import type { MappedFile } from "./file-kind.ts";
import type { LinkList } from "./link.ts";
import type { MappedAssociate, MappingBody } from "./mapping.ts";
import { plainText } from "./plain-text.ts";
import { type RecordRole, roleByFileKind } from "./record-role.ts";
import { listOfRole } from "./role-words.ts";

/** An associate's place in a company as a row says it. A wide row names no owner: that is the record of the row itself. */
export type SourceLink = {
  ownerReference: string | null;
  associateReference: string | null;
  list: LinkList | null;
  /** The role in the words of the source. */
  role: string | null;
  percentage: number | null;
  appointedOn: string | null;
  resignedOn: string | null;
};

/** One record of a row: its own (slot 0), or the associate of this number. */
export type CleanedRecord = CleanedRow & {
  slot: number;
  role: RecordRole;
  source: SourceLink | null;
  document: SourceDocument | null;
};
export type FamilyCleaner = (cells: readonly string[], corrections?: CorrectionsOfRow) => CleanedRecord[];

/** Every record that a mapping makes of a row: the row's own first, then its associates. An associate whose mapped cells are all blank is none, whatever its constants say. */
export function familyCleaner(mapping: MappingBody, file: MappedFile): FamilyCleaner {
  const own = rowCleaner(mapping, file.entityType);
  const role = roleByFileKind[file.kind];
  const links = role === "link" || (role === "associate" && namesOwner(mapping));
  const groups = role === "client" ? (mapping.associates ?? []).map((each) => associateCleaner(mapping, each)) : [];
  return (cells, corrections) => {
    const cleaned = own(cells, corrections?.(0));
    const first: CleanedRecord = {
      ...cleaned,
      slot: 0,
      role,
      source: links ? sourceOf(cleaned.apart ?? {}, null) : null,
      document: role === "document" ? documentOf(cleaned.apart ?? {}) : null,
    };
    if (groups.length === 0) return [first];
    return [first, ...groups.flatMap((group) => group(cells, corrections) ?? [])];
  };
}

/** Without a column for the owner, the places of these associates stand in a links file. */
const namesOwner = ({ assignments, constants }: MappingBody): boolean =>
  assignments.some(({ field }) => field === "owner.reference") ||
  constants.some(({ field, of }) => field === "owner.reference" && of === undefined);

function associateCleaner(mapping: MappingBody, associate: MappedAssociate) {
  const { of, entityType, list } = associate;
  const clean = rowCleaner(mapping, entityType, associate);
  const columns = mapping.assignments.filter((each) => each.of === of).map(({ column }) => column);
  return (cells: readonly string[], corrections?: CorrectionsOfRow): CleanedRecord | undefined => {
    if (columns.every((column) => plainText(cells[column] ?? "") === "")) return undefined;
    const corrected = corrections?.(of);
    const cleaned = clean(cells, corrected);
    // Its columns stand for one list; a person who says another role knows better.
    const isSaidOtherwise = (corrected?.get("link.role") ?? "").trim() !== "";
    const source = sourceOf(cleaned.apart ?? {}, isSaidOtherwise ? null : list);
    return { ...cleaned, slot: of, role: "associate", source, document: null };
  };
}

function sourceOf(link: ApartTexts, list: LinkList | null): SourceLink {
  const role = link["link.role"];
  const percentage = link["link.percentage"];
  return {
    ownerReference: link["owner.reference"] ?? null,
    associateReference: link["associate.reference"] ?? null,
    list: list ?? (role === undefined ? null : (listOfRole(role) ?? null)),
    role: role ?? null,
    percentage: percentage === undefined ? null : Number(percentage),
    appointedOn: link["link.appointedOn"] ?? null,
    resignedOn: link["link.resignedOn"] ?? null,
  };
}

/** The texts are Passfort's words by now; reading them once more gives them their types. */
function documentOf(texts: ApartTexts): SourceDocument {
  const textAt = (key: string) => texts[key] ?? null;
  return {
    ownerReference: textAt("document.owner"),
    fileName: textAt("document.fileName"),
    use: documentUseOf(texts["document.use"] ?? "") ?? null,
    category: documentCategoryOf(texts["document.category"] ?? "") ?? null,
    documentType: textAt("document.type"),
    side: documentSideOf(texts["document.side"] ?? "") ?? null,
    expiresOn: textAt("document.expiresOn"),
    title: textAt("document.title"),
  };
}

/** What is said of a place in a company, by the key of its field. */
export function linkValueOf(link: SourceLink, key: string): string | undefined {
  const values: Partial<Record<string, string | number | null>> = {
    "owner.reference": link.ownerReference,
    "associate.reference": link.associateReference,
    "link.role": link.role,
    "link.percentage": link.percentage,
    "link.appointedOn": link.appointedOn,
    "link.resignedOn": link.resignedOn,
  };
  return values[key]?.toString();
}

import type { EntityType } from "#lib/domain/entity.ts";
import type { FileKind, MappedFile } from "#lib/domain/file-kind.ts";

export const rowKinds = [
  "individual",
  "company",
  "mixed",
  "associate_person",
  "associate_company",
  "link",
  "document",
] as const;
/** What each row of a file describes, as a person chooses it; behind it stand the kind of the file and the kind of its rows. */
export type RowKind = (typeof rowKinds)[number];

type Look = { one: string; many: string; file: MappedFile; hint?: string };

export const rowKindLooks: Record<RowKind, Look> = {
  individual: { one: "An individual", many: "Individuals", file: { kind: "clients", entityType: "individual" } },
  company: {
    one: "A company",
    many: "Companies",
    file: { kind: "clients", entityType: "company" },
    hint: "Its directors and shareholders may stand in the same row.",
  },
  mixed: {
    one: "Either of the two",
    many: "Individuals and companies",
    file: { kind: "mixed", entityType: "individual" },
    hint: "A column says which.",
  },
  associate_person: {
    one: "An associate (person)",
    many: "Associates (people)",
    file: { kind: "associates", entityType: "individual" },
    hint: "With the reference of its company, or beside a file of links.",
  },
  associate_company: {
    one: "An associate (company)",
    many: "Associates (companies)",
    file: { kind: "associates", entityType: "company" },
    hint: "With the reference of its company, or beside a file of links.",
  },
  link: {
    one: "A link between two records",
    many: "Links",
    file: { kind: "links", entityType: "individual" },
    hint: "A company's reference, an associate's, and a role.",
  },
  document: {
    one: "A document of a client",
    many: "Documents (manifest)",
    file: { kind: "documents", entityType: "individual" },
    hint: "An owner's reference and the name of a file that is uploaded under Documents.",
  },
};

export function rowKindOf({ kind, entityType }: { kind: FileKind; entityType: EntityType }): RowKind {
  if (kind === "mixed") return "mixed";
  if (kind === "links") return "link";
  if (kind === "documents") return "document";
  if (kind === "associates") return entityType === "company" ? "associate_company" : "associate_person";
  return entityType;
}

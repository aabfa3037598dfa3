import type { EntityType } from "./entity.ts";

/**
 * What the rows of a file are: clients of one kind, clients of both kinds, associates (each with the reference of its company), links
 * between records of other files, or the documents of owners in other files (a manifest: each row names a file that is uploaded apart).
 */
export const fileKinds = ["clients", "mixed", "associates", "links", "documents"] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a mapping must know of its file. `entityType` is that of every row, unless the mapping tells people from companies. */
export type MappedFile = { kind: FileKind; entityType: EntityType };

/** Files whose rows are clients; rows of the others are counted apart. */
export const holdsClients = (kind: FileKind): boolean => kind === "clients" || kind === "mixed";

/** Do two mappings speak of the same rows? What `entityType` says counts only where every row is of one. */
export const areSameRows = (one: MappedFile, other: MappedFile): boolean => rowsInWords(one) === rowsInWords(other);

/** What the rows are, in a sentence. */
export function rowsInWords({ kind, entityType }: MappedFile): string {
  if (kind === "mixed") return "people and companies";
  if (kind === "links") return "links";
  if (kind === "documents") return "documents";
  const rows = entityType === "individual" ? "people" : "companies";
  return kind === "associates" ? `associates (${rows})` : rows;
}

/** Files whose rows are about entities: what a row is has a type, and may be a person or a company. */
export const holdsEntities = (kind: FileKind): boolean => kind !== "links" && kind !== "documents";

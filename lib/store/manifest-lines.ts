import type pg from "pg";
import type { SourceDocument } from "../domain/document.ts";
import { nameKeyOf, pathKeyOf } from "../domain/path-key.ts";
import { recordIdSpanOf } from "../domain/record-id.ts";
import { copyText } from "./copy-text.ts";

/** A document as its row is stored: with its name as it is compared. */
export type WrittenDocument = SourceDocument & { pathKey: string | null; nameKey: string | null };

export function writtenDocument(document: SourceDocument): WrittenDocument {
  const pathKey = document.fileName === null ? null : pathKeyOf(document.fileName);
  return { ...document, pathKey, nameKey: pathKey === null ? null : nameKeyOf(pathKey) };
}

/** Where the lines of `manifestLine` go, for COPY. */
export const manifestColumns = `"ManifestLine" ("recordId", "migrationId", "ownerReference", "fileName", "pathKey", "nameKey", use, category, "documentType", side, "expiresOn", title)`;

/** The row of a manifest as a line of COPY. `id` is the record of the row. */
export const manifestLine = (
  { id, migrationId }: { id: string; migrationId: string },
  document: WrittenDocument,
): string =>
  `${[id, migrationId, document.ownerReference, document.fileName, document.pathKey, document.nameKey, document.use, document.category, document.documentType, document.side, document.expiresOn, document.title].map(copyText).join("\t")}\n`;

/** Every check writes the lines of its manifest anew; nothing points at them. */
export async function deleteManifestLinesOf(client: pg.PoolClient, fileNumber: number): Promise<void> {
  const { first, last } = recordIdSpanOf(fileNumber);
  await client.query(`delete from "ManifestLine" where "recordId" between $1 and $2`, [first, last]);
}

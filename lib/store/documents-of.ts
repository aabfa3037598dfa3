import type { DocumentSide, DocumentUse } from "../domain/document.ts";
import type { Db, Tx } from "./client.ts";

/**
 * A document that may leave. `id` is that of the manifest's row, which stays the same however often the manifest is checked and the file uploaded
 * anew; of a file that a person accepted without a manifest it is the file's. `sizeBytes` and `sha256` are of the plain bytes. `category` and
 * `documentType` are Passfort's words (API contract §6), never null where `use` is `document`. `side` is null for evidence, and where nobody said
 * one: the page then is the front. `expiresOn` is YYYY-MM-DD.
 */
export type ReadyDocument = {
  id: string;
  name: string;
  use: DocumentUse;
  category: string | null;
  documentType: string | null;
  side: DocumentSide | null;
  expiresOn: string | null;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  storageKey: string;
  /** Opens the stored bytes together with the panel's secret: hand `storageKey` and this to `ctx.documents.get`. */
  sealedKey: string;
};

/**
 * The documents of clients or associates that are ready to be sent, by the id of their record, always in the same order: those of manifests by
 * file and row, then what people accepted, by arrival. A record without any has an empty list. Ready is a row of a manifest without an error that
 * is not excluded, joined to its owner and to one file that Passfort takes; and a file that a person accepted, unless a manifest names it since.
 *
 * The bytes: `for await (const chunk of ctx.documents.get(document))`, decrypted piece by piece; a stored byte that was altered or lost throws
 * `NotSealedSo` before the end (lib/files/sealed-frames.ts), so send nothing before the stream has ended.
 */
export async function documentsOf(db: Db | Tx, recordIds: readonly string[]): Promise<Map<string, ReadyDocument[]>> {
  const documentsByRecord = new Map<string, ReadyDocument[]>(recordIds.map((id) => [id, []]));
  if (recordIds.length === 0) return documentsByRecord;
  const ids = [...documentsByRecord.keys()];
  const rows = await db.$queryRaw<(ReadyDocument & { ownerId: string; source: number })[]>`
    select l."ownerId"::text as "ownerId", l."recordId"::text as id, coalesce(l.title, regexp_replace(d.path, '^.*[/\\\\]', '')) as name,
      l.use::text as use, l.category, l."documentType", l.side::text as side, l."expiresOn",
      d."mediaType", d."sizeBytes"::float8 as "sizeBytes", d.sha256, d."storageKey", d."sealedKey", 0 as source
    from "ManifestLine" l join "Record" r on r.id = l."recordId" and r.readiness = 'ready' join "Document" d on d.id = l."documentId"
    where l."ownerId" = any(${ids}::uuid[]) and l.use is not null and d."refusalCode" is null and d."storageKey" is not null
    union all
    select d."ownerId"::text, d.id::text, regexp_replace(d.path, '^.*[/\\\\]', ''),
      d.use::text, d.category, d."documentType", d.side::text, d."expiresOn",
      d."mediaType", d."sizeBytes"::float8, d.sha256, d."storageKey", d."sealedKey", 1
    from "Document" d
    where d."ownerId" = any(${ids}::uuid[]) and d.use is not null and d."refusalCode" is null and d."storageKey" is not null
      and not exists (select 1 from "ManifestLine" l join "Record" r on r.id = l."recordId" where l."documentId" = d.id and r.readiness <> 'excluded')
    order by source, id`;
  for (const { ownerId, source: _, ...document } of rows) documentsByRecord.get(ownerId)?.push(document);
  return documentsByRecord;
}

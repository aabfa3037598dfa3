import type { DocumentUse } from "../domain/document.ts";
import { type DocumentList, documentLists } from "../domain/document-list.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

export type ListedDocument = {
  id: string;
  /** Rows of manifests come before files that none names. */
  source: 0 | 1;
  documentId: string | null;
  ownerId: string | null;
  ownerReference: string | null;
  name: string;
  path: string | null;
  bundleName: string | null;
  manifestName: string | null;
  rowNumber: number | null;
  use: DocumentUse | null;
  category: string | null;
  documentType: string | null;
  expiresOn: string | null;
  mediaType: string | null;
  sizeBytes: number | null;
  alike: number;
  refusedBecause: string | null;
  /** The first error of the row, and what it says. */
  issueCode: string | null;
  issueField: string | null;
  issueValue: string | null;
  issueFacts: Record<string, string> | null;
  isAccepted: boolean;
  isReady: boolean;
};

/** Which rows of manifests, and which files that none names, stand on each list. */
const rowsOn: Record<DocumentList, Prisma.Sql> = {
  matched: Prisma.sql`l."ownerId" is not null and d.id is not null and d."refusalCode" is null`,
  missing: Prisma.sql`l."fileName" is not null and l."documentId" is null`,
  owner_missing: Prisma.sql`l."ownerReference" is not null and l."ownerId" is null`,
  proposed: Prisma.sql`false`,
  surplus: Prisma.sql`false`,
  refused: Prisma.sql`d."refusalCode" is not null`,
};
const filesOn: Record<DocumentList, Prisma.Sql> = {
  matched: Prisma.sql`d."ownerId" is not null`,
  missing: Prisma.sql`false`,
  owner_missing: Prisma.sql`false`,
  proposed: Prisma.sql`d."ownerId" is null and d."proposedId" is not null`,
  surplus: Prisma.sql`d."ownerId" is null and d."proposedId" is null and d."refusalCode" is null`,
  refused: Prisma.sql`d."ownerId" is null and d."refusalCode" is not null`,
};

const rows = Prisma.sql`from "ManifestLine" l join "Record" r on r.id = l."recordId" and r.readiness <> 'excluded' left join "Document" d on d.id = l."documentId"`;
/** Excluded rows claim nothing (match-documents.ts). */
const unnamed = Prisma.sql`not exists (select 1 from "ManifestLine" claim where claim."documentId" = d.id)`;

export type DocumentCounts = Record<DocumentList, number> & { rows: number; files: number };

/** How many documents stand on each list, counted from rows. */
export async function countDocuments(db: Db, migrationId: string): Promise<DocumentCounts> {
  const counted = (on: Record<DocumentList, Prisma.Sql>) =>
    Prisma.join(
      documentLists.map((list) => Prisma.sql`(count(*) filter (where ${on[list]}))::int as ${Prisma.raw(list)}`),
    );
  const found = await db.$queryRaw<(Record<DocumentList, number> & { n: number })[]>`
    select 0 as source, count(*)::int as n, ${counted(rowsOn)} ${rows} where l."migrationId" = ${migrationId}::uuid
    union all
    select 1, (select count(*)::int from "Document" every where every."migrationId" = ${migrationId}::uuid), ${counted(filesOn)}
    from "Document" d where d."migrationId" = ${migrationId}::uuid and ${unnamed}
    order by source`;
  const [ofRows, ofFiles] = found;
  const sum = (list: DocumentList) => (ofRows?.[list] ?? 0) + (ofFiles?.[list] ?? 0);
  return {
    matched: sum("matched"),
    missing: sum("missing"),
    owner_missing: sum("owner_missing"),
    proposed: sum("proposed"),
    surplus: sum("surplus"),
    refused: sum("refused"),
    rows: ofRows?.n ?? 0,
    files: ofFiles?.n ?? 0,
  };
}

export type DocumentFilter = { list: DocumentList; search?: string | undefined } | { ownerId: string };
export type DocumentCursor = { source: number; id: string };

/** Documents in a steady order: rows of manifests by file and row, then files by arrival. */
export async function documentPage(
  db: Db,
  migrationId: string,
  filter: DocumentFilter,
  after: DocumentCursor | undefined,
  size: number,
): Promise<ListedDocument[]> {
  const { onRows, onFiles } = conditionsOf(filter);
  const behind = after ?? { source: -1, id: "00000000-0000-0000-0000-000000000000" };
  return db.$queryRaw<ListedDocument[]>`
    select listed.*, listed.id::text as id, listed."documentId"::text as "documentId", listed."ownerId"::text as "ownerId",
      b.name as "bundleName", f.name as "manifestName", i.code as "issueCode", i.field as "issueField", i.value as "issueValue", i.facts as "issueFacts",
      case when listed.sha256 is null then 1 else (
        select count(*)::int from "Document" same where same."migrationId" = ${migrationId}::uuid and same.sha256 = listed.sha256) end as alike
    from (
      (select 0 as source, l."recordId" as id, d.id as "documentId", l."ownerId", l."ownerReference", coalesce(l."fileName", '') as name, d.path, d."bundleId",
        r."fileId", r."rowNumber", l.use::text as use, l.category, l."documentType", l."expiresOn", d."mediaType", d."sizeBytes"::float8 as "sizeBytes", d.sha256,
        d."refusedBecause", false as "isAccepted",
        (r.readiness = 'ready' and d.id is not null and d."refusalCode" is null and l."ownerId" is not null) as "isReady"
      ${rows} where l."migrationId" = ${migrationId}::uuid and ${onRows} and (0, l."recordId") > (${behind.source}::int, ${behind.id}::uuid)
      order by l."recordId" limit ${size})
      union all
      (select 1, d.id, d.id, coalesce(d."ownerId", d."proposedId"), o.reference, regexp_replace(d.path, '^.*[/\\\\]', ''), d.path, d."bundleId",
        null, null, d.use::text, d.category, d."documentType", d."expiresOn", d."mediaType", d."sizeBytes"::float8, d.sha256,
        d."refusedBecause", d."ownerId" is not null, d."ownerId" is not null and d."refusalCode" is null
      from "Document" d left join "Record" o on o.id = coalesce(d."ownerId", d."proposedId")
      where d."migrationId" = ${migrationId}::uuid and ${unnamed} and ${onFiles} and (1, d.id) > (${behind.source}::int, ${behind.id}::uuid)
      order by d.id limit ${size})
    ) listed
    left join "DocumentBundle" b on b.id = listed."bundleId"
    left join "SourceFile" f on f.id = listed."fileId"
    left join lateral (
      select i.code, i.field, i.value, i.facts from "Issue" i where i."recordId" = listed.id and listed.source = 0 order by i.severity, i.id limit 1
    ) i on true
    order by listed.source, listed.id limit ${size}`;
}

/** How many the same filter finds. */
export async function countListed(db: Db, migrationId: string, filter: DocumentFilter): Promise<number> {
  const { onRows, onFiles } = conditionsOf(filter);
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select ((select count(*) ${rows} where l."migrationId" = ${migrationId}::uuid and ${onRows})
      + (select count(*) from "Document" d left join "Record" o on o.id = coalesce(d."ownerId", d."proposedId")
         where d."migrationId" = ${migrationId}::uuid and ${unnamed} and ${onFiles}))::int as n`;
  return row?.n ?? 0;
}

function conditionsOf(filter: DocumentFilter): { onRows: Prisma.Sql; onFiles: Prisma.Sql } {
  if ("ownerId" in filter) {
    const { ownerId } = filter;
    return {
      onRows: Prisma.sql`l."ownerId" = ${ownerId}::uuid`,
      onFiles: Prisma.sql`coalesce(d."ownerId", d."proposedId") = ${ownerId}::uuid`,
    };
  }
  const { list, search } = filter;
  if (!search) return { onRows: rowsOn[list], onFiles: filesOn[list] };
  const part = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const beginning = part.slice(1);
  return {
    onRows: Prisma.sql`${rowsOn[list]} and (l."fileName" ilike ${part} or d.path ilike ${part} or l."ownerReference" ilike ${beginning})`,
    onFiles: Prisma.sql`${filesOn[list]} and (d.path ilike ${part} or o.reference ilike ${beginning})`,
  };
}

import type { RecordRole } from "../domain/record-role.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { leftOutSince } from "./left-out-since.ts";

export type NotArrivedRow = {
  recordId: string;
  reference: string | null;
  fileName: string;
  rowNumber: number;
  lineNumber: number | null;
  role: RecordRole;
  entityType: "individual" | "company";
  standing: string;
  excludedReason: string | null;
  deliveryStatus: "queued" | "sending" | "created" | "uncertain" | "failed" | "refused" | "withdrawn" | null;
  failureCode: string | null;
  failureMessage: string | null;
  failureField: string | null;
  attempts: number;
  firstErrorAt: Date | null;
  lastErrorAt: Date | null;
  issueCode: string | null;
  issueField: string | null;
  issueValue: string | null;
  issueFacts: Record<string, string> | null;
};

export type ReportScope = { migrationId: string } | { chunkId: string };

/**
 * One page of clients that are not in Passfort, by record id: of a chunk, or of a whole migration (then with invalid,
 * excluded and waiting ones too, and with associates and links that are not ready). A client with several errors comes once for each; pages are cut between clients.
 */
export async function pageNotArrived(
  db: Db,
  scope: ReportScope,
  afterRecordId: string | null,
  clients: number,
): Promise<NotArrivedRow[]> {
  return db.$queryRaw<NotArrivedRow[]>`
    with page as (
      select r.*, d.id as "deliveryId", d.status as "deliveryStatus", d."failureCode", d."failureMessage", d."failureField", d."firstErrorAt", d."lastErrorAt"
      from ${sourceOf(scope)} and r.id > ${afterRecordId ?? "00000000-0000-0000-0000-000000000000"}::uuid
      order by r.id limit ${clients}
    )
    select page.id::text as "recordId", page.reference, f.name as "fileName", page."rowNumber", s."lineNumbers"[page."rowNumber" - s."firstRow" + 1] as "lineNumber", page.role::text as role, page."entityType"::text as "entityType",
      coalesce(page."deliveryStatus"::text, case when page.readiness = 'ready' and page.role = 'client' then 'waiting' else page.readiness::text end) as standing,
      page."excludedReason", page."deliveryStatus"::text as "deliveryStatus", page."failureCode", page."failureMessage", page."failureField",
      (select count(*) from "Attempt" a where a."deliveryId" = page."deliveryId")::int as attempts, page."firstErrorAt", page."lastErrorAt",
      i.code as "issueCode", i.field as "issueField", i.value as "issueValue", i.facts as "issueFacts"
    from page
    join "SourceFile" f on f.id = page."fileId"
    left join lateral (
      select b."firstRow", b."lineNumbers" from "SourceBlock" b
      where b."fileId" = page."fileId" and b."firstRow" <= page."rowNumber" order by b."firstRow" desc limit 1
    ) s on true
    left join "Issue" i on i."recordId" = page.id and i.severity = 'error' and page."deliveryStatus" is null
    order by page.id, i.code, i.field`;
}

function sourceOf(scope: ReportScope): Prisma.Sql {
  if ("chunkId" in scope) {
    return Prisma.sql`"Delivery" d join "Record" r on r.id = d."recordId" where d."chunkId" = ${scope.chunkId}::uuid and d.status <> 'created'`;
  }
  // The same standing as the counting identity (counts-of.ts): the delivery to the plan's connection, else the readiness.
  return Prisma.sql`"Record" r
    left join "Plan" p on p."migrationId" = r."migrationId"
    left join "Delivery" d on d."recordId" = r.id and d."connectionId" = p."connectionId" and not ${leftOutSince("r", "d")}
    where r."migrationId" = ${scope.migrationId}::uuid and d.status is distinct from 'created' and (r.role = 'client' or r.readiness <> 'ready')`;
}

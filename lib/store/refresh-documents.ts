import { documentBytesMax } from "../domain/document.ts";
import { type IssueCode, issueCatalogue } from "../domain/issue-catalogue.ts";
import type { Execute } from "./execute.ts";
import { heldSql } from "./held.ts";
import { matchDocuments } from "./match-documents.ts";
import { judgeRecords } from "./move-readiness.ts";
import { fewMax, planAsUsual, planForFew, planForMany } from "./plan-by-size.ts";

/** Issues of a manifest's rows that only a look at the owners and the uploaded files can find. */
export const documentCodes = [
  "document.owner_missing",
  "document.missing",
  "document.ambiguous",
  "document.shared",
  "document.too_large",
  "document.damaged",
  "document.content",
  "document.refused",
  "document.tiff",
  "document.duplicate",
] as const satisfies readonly IssueCode[];
const codes = `(${documentCodes.map((code) => `'${code}'`).join(", ")})`;

/**
 * Joins the rows of manifests to their owners and to the uploaded files, anew and over the whole migration, tells what is wrong, and judges the
 * rows whose issues changed. What was found before and still is so stays as it is. Run inside a transaction. A migration without documents
 * costs two looks at an index.
 */
export async function refreshDocuments(execute: Execute, migrationId: string): Promise<void> {
  const asked = await execute(
    `select 1 where exists (select 1 from "ManifestLine" where "migrationId" = $1::uuid)
       or exists (select 1 from "Document" where "migrationId" = $1::uuid)`,
    migrationId,
  );
  if (asked === 0) return;
  const size = await execute(
    `(select 1 from "ManifestLine" where "migrationId" = $1::uuid limit ${fewMax + 1})
     union all (select 1 from "Document" where "migrationId" = $1::uuid limit ${fewMax + 1})`,
    migrationId,
  );
  await (size > fewMax ? planForMany(execute) : planForFew(execute));
  await matchDocuments(execute, migrationId);
  await execute("drop table if exists pg_temp.found_document, pg_temp.judged_document");
  await execute(
    `create temp table found_document ("recordId" uuid, code text, field text, value text, facts jsonb) on commit drop`,
  );
  await execute(findIssues);
  await execute("create temp table judged_document (id uuid) on commit drop");
  await execute(deleteSettled, migrationId);
  await execute(insertFound);
  await judgeRecords(execute, "select id from pg_temp.judged_document");
  await planAsUsual(execute);
}

/** The same after some records were excluded or taken back in; nothing, unless one of them is the row of a manifest. */
export async function refreshDocumentsOf(execute: Execute, migrationId: string, ids: readonly string[]): Promise<void> {
  const rows = await execute(`select 1 from "ManifestLine" where "recordId" = any($1::uuid[]) limit 1`, [...ids]);
  if (rows > 0) await refreshDocuments(execute, migrationId);
}

const megabytes = (bytes: string) => `to_char(${bytes} / 1000000.0, 'FM999999990.0') || ' MB'`;

// pg_temp.line: rows that are not excluded, with what they were joined to (match-documents.ts).
const findIssues = `insert into pg_temp.found_document
  select l."recordId", 'document.owner_missing', 'document.owner', left(l."ownerReference", 500), null::jsonb from pg_temp.line l
  where l."ownerReference" is not null and l."ownerId" is null
  union all
  select l."recordId", 'document.missing', 'document.fileName', left(l."fileName", 500), null from pg_temp.line l
  where l."fileName" is not null and l.contents = 0
  union all
  select l."recordId", 'document.ambiguous', 'document.fileName', left(l."fileName", 500), jsonb_build_object('count', l.contents::text) from pg_temp.line l
  where l.contents > 1
  union all
  select l."recordId", d."refusalCode", 'document.fileName', left(l."fileName", 500),
    case d."refusalCode" when 'document.too_large' then jsonb_build_object('size', ${megabytes('d."sizeBytes"')}, 'limit', ${megabytes(String(documentBytesMax))})
      else jsonb_build_object('because', d."refusedBecause") end
  from pg_temp.line l join "Document" d on d.id = l."documentId" where d."refusalCode" is not null
  union all
  select l."recordId", 'document.tiff', 'document.fileName', left(l."fileName", 500), null
  from pg_temp.line l join "Document" d on d.id = l."documentId" where d."mediaType" = 'image/tiff'
  union all
  select same."recordId", 'document.duplicate', 'document.fileName', left(same."fileName", 500), null from (
    select l."recordId", l."fileName", row_number() over (partition by l."ownerId", d.sha256 order by l."recordId") as nth
    from pg_temp.line l join "Document" d on d.id = l."documentId" where l."ownerId" is not null and d.sha256 is not null and d."refusalCode" is null
  ) same where same.nth > 1
  union all
  select l."recordId", 'document.shared', 'document.fileName', left(l."fileName", 500), jsonb_build_object('owners', shared.owners::text) from pg_temp.line l
  join (
    select "documentId", count(distinct coalesce("ownerId"::text, "ownerReference")) as owners from pg_temp.line where "documentId" is not null group by 1
  ) shared on shared."documentId" = l."documentId" where shared.owners > 1`;

const deleteSettled = `with settled as (
    delete from "Issue" i using "Record" r where i."migrationId" = $1::uuid and i.code in ${codes} and r.id = i."recordId" and not ${heldSql("r")}
      and not exists (
        select 1 from pg_temp.found_document f where f."recordId" = i."recordId" and f.code = i.code and f.field = i.field
          and f.value is not distinct from i.value and f.facts is not distinct from i.facts)
    returning i."recordId"
  ) insert into pg_temp.judged_document select "recordId" from settled`;

const severityOfCode = `case f.code ${documentCodes.map((code) => `when '${code}' then '${issueCatalogue[code].severity}'`).join(" ")} end::"Severity"`;

/** What is stored of a code and field is the same by now. */
const insertFound = `with added as (
    insert into "Issue" (id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, value, facts)
    select gen_random_uuid(), r."migrationId", r."fileId", r.id, r."rowNumber", f.code, ${severityOfCode}, f.field, f.value, f.facts
    from pg_temp.found_document f join "Record" r on r.id = f."recordId" where not ${heldSql("r")}
      and not exists (select 1 from "Issue" i where i."recordId" = f."recordId" and i.code = f.code and i.field = f.field)
    returning "recordId"
  ) insert into pg_temp.judged_document select "recordId" from added`;

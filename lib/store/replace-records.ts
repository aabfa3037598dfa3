import { recordIdOf } from "../domain/record-id.ts";
import type { CheckedFile, WrittenIssue, WrittenRecord } from "./check-lines.ts";
import type { Tx } from "./client.ts";
import { executeOn } from "./execute.ts";
import { Prisma } from "./generated/client.ts";
import { heldSql } from "./held.ts";
import { judgeRecords } from "./move-readiness.ts";
import { documentCodes, refreshDocuments } from "./refresh-documents.ts";
import { duplicateCodes, refreshDuplicates } from "./refresh-duplicates.ts";
import { linkCodes, refreshLinks, standInFamilies } from "./refresh-links.ts";

const held = Prisma.raw(heldSql("r"));

export type ReplacedRecord = { record: WrittenRecord; issues: readonly WrittenIssue[] };

/**
 * Puts newly checked records of a file in the place of what was known of them, in the caller's transaction: data, issues and places in
 * companies; then whatever compares records is looked at again, for those that double them now and those that did before. Excluded ones
 * stay excluded; those held by a submitted chunk stay as they are.
 */
export async function replaceRecords(tx: Tx, file: CheckedFile, records: readonly ReplacedRecord[]): Promise<void> {
  if (records.length === 0) return;
  const execute = executeOn(tx);
  const ids = records.map(({ record: { rowNumber, slot } }) => recordIdOf(file.number, rowNumber, slot));
  const before = await tx.record.findMany({
    where: { id: { in: ids } },
    select: { id: true, reference: true, identity: true },
  });
  const changed = changedIn(
    before,
    records.map(({ record }, at) => ({ id: ids[at] ?? "", ...record })),
  );
  const doublesBefore = await doublesOf(tx, file.migrationId, changed);
  const wereInFamilies = await standInFamilies(execute, file.migrationId, ids);
  const given = JSON.stringify(
    records.map(({ record, issues }, at) => ({
      ...record,
      ...record.link,
      ...record.document,
      id: ids[at],
      roleText: record.link?.role,
      issues,
    })),
  );
  await tx.$executeRaw`
    update "Record" r set "mappingVersion" = ${file.version}, "entityType" = n."entityType"::"EntityType", reference = n.reference, identity = n.identity, "displayName" = n."displayName", data = n.data
    from jsonb_to_recordset(${given}::jsonb) as n(id uuid, "entityType" text, reference text, identity text, "displayName" text, data text) where n.id = r.id and not ${held}`;
  await tx.$executeRaw`
    delete from "Issue" i using "Record" r where i."recordId" = any(${ids}::uuid[]) and r.id = i."recordId" and not ${held}
      and i.code <> all(${[...duplicateCodes, ...linkCodes, ...documentCodes]}::text[])`;
  await tx.$executeRaw`
    insert into "Issue" (id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, value, facts)
    select gen_random_uuid(), r."migrationId", r."fileId", r.id, r."rowNumber", i.code, i.severity::"Severity", i.field, i.value, i.facts::jsonb
    from jsonb_to_recordset(${given}::jsonb) as n(id uuid, issues jsonb)
      join "Record" r on r.id = n.id,
      jsonb_to_recordset(n.issues) as i(code text, severity text, field text, value text, facts text)
    where not ${held}`;
  await tx.$executeRaw`
    update "Link" l set "ownerReference" = n."ownerReference", "associateReference" = n."associateReference", list = n.list::"LinkList", role = n."roleText",
      percentage = n.percentage, "appointedOn" = n."appointedOn", "resignedOn" = n."resignedOn"
    from jsonb_to_recordset(${given}::jsonb) as n(id uuid, "ownerReference" text, "associateReference" text, list text, "roleText" text, percentage float8, "appointedOn" text, "resignedOn" text)
    where l."recordId" = n.id`;
  const hasDocuments = records.some(({ record }) => record.document !== null);
  if (hasDocuments)
    await tx.$executeRaw`
    update "ManifestLine" l set "ownerReference" = n."ownerReference", "fileName" = n."fileName", "pathKey" = n."pathKey", "nameKey" = n."nameKey",
      use = n.use::"DocumentUse", category = n.category, "documentType" = n."documentType", side = n.side::"DocumentSide", "expiresOn" = n."expiresOn", title = n.title
    from jsonb_to_recordset(${given}::jsonb) as n(id uuid, "ownerReference" text, "fileName" text, "pathKey" text, "nameKey" text, use text, category text, "documentType" text, side text, "expiresOn" text, title text)
    where l."recordId" = n.id`;
  await judgeRecords(execute, "select unnest($1::uuid[])", { values: [ids] });
  // What others share with them did not change where their own did not.
  if (changed.length > 0) await refreshDuplicates(execute, file.migrationId, [...changed, ...doublesBefore]);
  if (wereInFamilies || (await standInFamilies(execute, file.migrationId, ids)))
    await refreshLinks(execute, file.migrationId);
  if (hasDocuments || changed.length > 0) await refreshDocuments(execute, file.migrationId);
}

type Compared = { id: string; reference: string | null; identity: string | null };

/** Records whose reference or identity is another one now. */
function changedIn(before: readonly Compared[], after: readonly Compared[]): string[] {
  const beforeById = new Map(before.map((record) => [record.id, record]));
  const changed = after.filter(({ id, reference, identity }) => {
    const known = beforeById.get(id);
    return known?.reference !== reference || known.identity !== identity;
  });
  return changed.map(({ id }) => id);
}

/** Records beside these that share a reference or an identity with one of them; people are found by what was said of them, for want of an index. */
export async function doublesOf(tx: Tx, migrationId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with mine as (select reference, identity from "Record" where id = any(${[...ids]}::uuid[]))
    select r.id::text from "Record" r where r."migrationId" = ${migrationId}::uuid and r.reference = any(array(select reference from mine where reference is not null))
    union select r.id::text from "Record" r
      where r."migrationId" = ${migrationId}::uuid and r."entityType" = 'company' and r.identity = any(array(select identity from mine where identity is not null))
    union select r.id::text from "Issue" i join "Record" r on r.id = i."recordId"
      where i."migrationId" = ${migrationId}::uuid and i.code = 'record.likely_duplicate' and r.identity = any(array(select identity from mine where identity is not null))`;
  return rows.map(({ id }) => id);
}

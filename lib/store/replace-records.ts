import { recordIdOf } from "../domain/record-id.ts";
import type { CheckedFile, WrittenIssue, WrittenRecord } from "./check-lines.ts";
import type { Tx } from "./client.ts";
import { executeOn } from "./execute.ts";
import { Prisma } from "./generated/client.ts";
import { heldSql } from "./held.ts";
import { judgeRecords } from "./move-readiness.ts";
import { duplicateCodes, refreshDuplicates } from "./refresh-duplicates.ts";
import { linkCodes, refreshLinks, refreshLinksOf } from "./refresh-links.ts";

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
  const doublesBefore = await doublesOf(tx, file.migrationId, changed.identities);
  const given = JSON.stringify(
    records.map(({ record, issues }, at) => ({
      ...record,
      ...record.link,
      id: ids[at],
      roleText: record.link?.role,
      issues,
    })),
  );
  await tx.$executeRaw`
    update "Record" r set "mappingVersion" = ${file.version}, reference = n.reference, identity = n.identity, "displayName" = n."displayName", data = n.data
    from jsonb_to_recordset(${given}::jsonb) as n(id uuid, reference text, identity text, "displayName" text, data text) where n.id = r.id and not ${held}`;
  await tx.$executeRaw`
    delete from "Issue" i using "Record" r where i."recordId" = any(${ids}::uuid[]) and r.id = i."recordId" and not ${held}
      and i.code <> all(${[...duplicateCodes, ...linkCodes]}::text[])`;
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
  await judgeRecords(execute, "select unnest($1::uuid[])", { values: [ids] });
  // What others share with them did not change where their own did not.
  if (changed.identities.length > 0)
    await refreshDuplicates(execute, file.migrationId, [...changed.identities, ...doublesBefore]);
  if (changed.references) await refreshLinks(execute, file.migrationId);
  else await refreshLinksOf(execute, file.migrationId, ids);
}

type Compared = { id: string; reference: string | null; identity: string | null };

/** Records whose reference or identity is another one now, and whether a reference is among them. */
function changedIn(before: readonly Compared[], after: readonly Compared[]) {
  const beforeById = new Map(before.map((record) => [record.id, record]));
  const identities = after.filter(({ id, reference, identity }) => {
    const known = beforeById.get(id);
    return known?.reference !== reference || known.identity !== identity;
  });
  return {
    identities: identities.map(({ id }) => id),
    references: identities.some(({ id, reference }) => beforeById.get(id)?.reference !== reference),
  };
}

/** Records beside these that share a reference or a company's identity with one of them. */
async function doublesOf(tx: Tx, migrationId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with mine as (select reference, identity from "Record" where id = any(${[...ids]}::uuid[]))
    select r.id::text from "Record" r join (select distinct reference from mine) m on m.reference = r.reference where r."migrationId" = ${migrationId}::uuid
    union select r.id::text from "Record" r join (select distinct identity from mine) m on m.identity = r.identity where r."migrationId" = ${migrationId}::uuid`;
  return rows.map(({ id }) => id);
}

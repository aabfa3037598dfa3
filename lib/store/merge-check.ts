import type pg from "pg";
import { type Execute, executeOnClient } from "./execute.ts";
import { heldSql } from "./held.ts";
import { refreshDuplicates } from "./refresh-duplicates.ts";

export type CheckedFile = { id: string; migrationId: string; entityType: string; version: number };

/**
 * Ends a check in the caller's transaction: replaces records and issues of a file by the staged ones, unless they were written in place. Records keep their ids by row; excluded ones stay
 * excluded; those held by a chunk stay as the approver saw them.
 * @returns false when a newer mapping was saved or the file was taken out meanwhile: roll back
 */
export async function mergeCheck(
  client: pg.PoolClient,
  file: CheckedFile,
  { rows, isFirst }: { rows: number; isFirst: boolean },
): Promise<boolean> {
  const execute = executeOnClient(client);
  const still = await execute(
    `update "SourceFile" set "checkedVersion" = $2, "checkingVersion" = null, "checkedRows" = $3, "checkFailure" = null
     where id = $1::uuid and "checkingVersion" = $2 and status = 'parsed'`,
    file.id,
    file.version,
    rows,
  );
  if (still === 0) return false;
  if (!isFirst) await mergeStaged(execute, file);
  await refreshDuplicates(execute, file.migrationId, "whole migration");
  return true;
}

async function mergeStaged(execute: Execute, file: CheckedFile): Promise<void> {
  await execute(`analyze pg_temp.staged_record, pg_temp.staged_issue`);
  await execute(
    `insert into "Record" (id, "migrationId", "fileId", "rowNumber", "mappingVersion", "entityType", reference, "displayName", data, readiness)
     select s.id, $2::uuid, $1::uuid, s."rowNumber", $3, $4::"EntityType", s.reference, s."displayName", s.data, (case when s."isValid" then 'ready' else 'invalid' end)::"Readiness"
     from pg_temp.staged_record s
     on conflict ("fileId", "rowNumber") do update set "mappingVersion" = excluded."mappingVersion", reference = excluded.reference, "displayName" = excluded."displayName",
       data = excluded.data, readiness = case when "Record".readiness = 'excluded' then "Record".readiness else excluded.readiness end
     where not ${heldSql('"Record"')}`,
    file.id,
    file.migrationId,
    file.version,
    file.entityType,
  );
  await execute(
    `delete from "Issue" i using "Record" r where i."fileId" = $1::uuid and r.id = i."recordId" and not ${heldSql("r")}`,
    file.id,
  );
  await execute(
    `insert into "Issue" (id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, value, facts)
     select gen_random_uuid(), $2::uuid, $1::uuid, r.id, s."rowNumber", s.code, s.severity::"Severity", s.field, s.value, s.facts
     from pg_temp.staged_issue s join "Record" r on r."fileId" = $1::uuid and r."rowNumber" = s."rowNumber"
     where not ${heldSql("r")}`,
    file.id,
    file.migrationId,
  );
}

import { issueCatalogue } from "../domain/issue-catalogue.ts";
import type { Tx } from "./client.ts";
import { executeOn } from "./execute.ts";
import { judgeRecords } from "./move-readiness.ts";
import type { GapScope } from "./requeue-gaps.ts";

/** What Passfort refused of an ended chunk: clients, and associates of created ones. */
const refusedOf = `select r.id, d."failureField" as field, d."failureMessage" as message, d."failureCode" as code
    from "Delivery" d join "Record" r on r.id = d."recordId" where d."chunkId" = $1::uuid and d.status = 'refused'
  union all
  select r.id, null, a.message, a.code from "Delivery" d join "Step" s on s."deliveryId" = d.id join "Record" r on r.id = s."recordId"
    join lateral (select a.status, a.message, a.code from "Attempt" a where a."stepId" = s.id order by a.number desc limit 1) a on a.status = 'refused'
    where d."chunkId" = $1::uuid and d.status = 'created' and d.gaps > 0 and s.kind = 'create_associate' and s."doneAt" is null and s."gapCode" is not null`;

/**
 * Brings what Passfort refused back to the review, in Passfort's own (redacted) words, once its chunk has ended and lets go of it: the
 * correction of a record takes its issue away, and it leaves again with a correction chunk. Doing it twice changes nothing.
 */
export async function bringBackRefused(tx: Tx, chunkId: string): Promise<void> {
  const execute = executeOn(tx);
  const { severity } = issueCatalogue["passfort.refused"];
  const told = await execute(
    `insert into "Issue" (id, "migrationId", "fileId", "recordId", "rowNumber", code, severity, field, facts)
     select gen_random_uuid(), r."migrationId", r."fileId", r.id, r."rowNumber", 'passfort.refused', '${severity}', coalesce(refused.field, ''),
       jsonb_build_object('message', left(coalesce(refused.message, ''), 500), 'code', coalesce(refused.code, ''))
     from (${refusedOf}) refused join "Record" r on r.id = refused.id
     where not exists (select 1 from "Issue" i where i."recordId" = r.id and i.code = 'passfort.refused')`,
    chunkId,
  );
  if (told > 0) await judgeRecords(execute, `select id from (${refusedOf}) refused`, { values: [chunkId] });
}

/** Gaps that are sent again as they are: what Passfort said of their associates is open once more. Before the chunk runs, while it lets go of them. */
export async function forgetRefusals(tx: Tx, { chunkId, deliveryId }: GapScope): Promise<void> {
  const execute = executeOn(tx);
  const values = [chunkId, deliveryId ?? null];
  const open = `select s."recordId" as id from "Delivery" d join "Step" s on s."deliveryId" = d.id
    where d."chunkId" = $1::uuid and ($2::uuid is null or d.id = $2::uuid) and d.status = 'created' and d.gaps > 0
      and s."recordId" is not null and s."doneAt" is null and s."gapCode" is not null and s."gapCode" <> 'not_ready'`;
  const forgotten = await execute(
    `delete from "Issue" i where i.code = 'passfort.refused' and i."recordId" in (${open})`,
    ...values,
  );
  if (forgotten > 0) await judgeRecords(execute, open, { values });
}

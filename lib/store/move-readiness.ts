import type { Execute } from "./execute.ts";
import { heldSql } from "./held.ts";

/**
 * Judges records by their stored issues: one error makes them invalid, none makes them ready. Held and excluded ones stay.
 * What is unchecked stays so, too, unless `takenBack` says that its issues are known: they are kept while a record is excluded.
 */
export const judgeRecords = (
  execute: Execute,
  idsSql: string,
  { takenBack = false, values = [] }: { takenBack?: boolean; values?: readonly unknown[] } = {},
): Promise<number> =>
  execute(
    `update "Record" r set readiness = judged.readiness
     from (
       select j.id, (case when exists (select 1 from "Issue" i where i."recordId" = j.id and i.severity = 'error') then 'invalid' else 'ready' end)::"Readiness" as readiness
       from "Record" j where j.id in (${idsSql})
     ) as judged
     where r.id = judged.id and r.readiness in ('ready', 'invalid'${takenBack ? ", 'unchecked'" : ""}) and r.readiness <> judged.readiness and not ${heldSql("r")}`,
    ...values,
  );

import type { IssueCode } from "../domain/issue-catalogue.ts";
import type { RecordRole } from "../domain/record-role.ts";
import type { Db } from "./client.ts";

export type Cause = { code: IssueCode; field: string; fileId: string; role: RecordRole; count: number };
export type CauseExample = {
  code: IssueCode;
  field: string;
  fileId: string;
  role: RecordRole;
  recordId: string;
  rowNumber: number;
  reference: string | null;
  value: string | null;
  facts: unknown;
};

/** Issues of records that are not excluded, grouped by code, field, file and role of the record; most first. */
export const causesOf = (db: Db, migrationId: string): Promise<Cause[]> =>
  db.$queryRaw<Cause[]>`
    select i.code, i.field, i."fileId"::text as "fileId", r.role::text as role, count(distinct i."recordId")::int as count
    from "Issue" i join "Record" r on r.id = i."recordId"
    where i."migrationId" = ${migrationId}::uuid and r.readiness <> 'excluded'
    group by 1, 2, 3, 4 order by 5 desc, 1, 2, 3, 4`;

/** The first `perCause` issues of every cause, in the order of the rows. */
export const examplesOfCauses = (db: Db, migrationId: string, perCause: number): Promise<CauseExample[]> =>
  db.$queryRaw<CauseExample[]>`
    select code, field, "fileId"::text as "fileId", role::text as role, "recordId"::text as "recordId", "rowNumber", reference, value, facts
    from (
      select i.*, r.reference, r.role, row_number() over (partition by i.code, i.field, i."fileId", r.role order by i."rowNumber", i.id) as place
      from "Issue" i join "Record" r on r.id = i."recordId"
      where i."migrationId" = ${migrationId}::uuid and r.readiness <> 'excluded'
    ) as placed where place <= ${perCause} order by place`;

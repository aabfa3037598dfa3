import type { IssueCode } from "../domain/issue-catalogue.ts";
import type { Db } from "./client.ts";

export type Cause = { code: IssueCode; field: string; fileId: string; count: number };
export type CauseExample = {
  code: IssueCode;
  field: string;
  fileId: string;
  recordId: string;
  rowNumber: number;
  reference: string | null;
  value: string | null;
  facts: unknown;
};

/** Issues of records that are not excluded, grouped by code, field and file; most first. */
export const causesOf = (db: Db, migrationId: string): Promise<Cause[]> =>
  db.$queryRaw<Cause[]>`
    select i.code, i.field, i."fileId"::text as "fileId", count(distinct i."recordId")::int as count
    from "Issue" i join "Record" r on r.id = i."recordId"
    where i."migrationId" = ${migrationId}::uuid and r.readiness <> 'excluded'
    group by 1, 2, 3 order by 4 desc, 1, 2, 3`;

/** The first `perCause` issues of every cause, in the order of the rows. */
export const examplesOfCauses = (db: Db, migrationId: string, perCause: number): Promise<CauseExample[]> =>
  db.$queryRaw<CauseExample[]>`
    select code, field, "fileId"::text as "fileId", "recordId"::text as "recordId", "rowNumber", reference, value, facts
    from (
      select i.*, r.reference, row_number() over (partition by i.code, i.field, i."fileId" order by i."rowNumber", i.id) as place
      from "Issue" i join "Record" r on r.id = i."recordId"
      where i."migrationId" = ${migrationId}::uuid and r.readiness <> 'excluded'
    ) as placed where place <= ${perCause} order by place`;

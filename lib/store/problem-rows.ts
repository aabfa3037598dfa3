import type { EntityType } from "../domain/entity.ts";
import type { IssueCode } from "../domain/issue-catalogue.ts";
import type { Severity } from "../domain/issue-entry.ts";
import { recordIdOf, recordIdSpanOf, recordSlotMax, slotOf } from "../domain/record-id.ts";
import type { Db, Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { heldSql } from "./held.ts";
import { type Cause, causeSql } from "./record-ids-of-cause.ts";

export type RowProblem = {
  recordId: string;
  rowNumber: number;
  slot: number;
  entityType: EntityType;
  code: IssueCode;
  severity: Severity;
  field: string;
  value: string | null;
  facts: unknown;
};
export type ProblemsAsked = { severities: readonly Severity[]; cause: Omit<Cause, "fileId"> };

/** More than one row can have. */
const issuesPerPage = 10_000;

/**
 * What is wrong with the rows of a file, row by row in order, some rows at a time. Each page is a range of record ids, so that it costs the
 * same at the end of a file as at its beginning. Those of excluded records are left out.
 */
export async function* problemRows(
  db: Db,
  file: { id: string; number: number },
  { severities, cause }: ProblemsAsked,
): AsyncGenerator<Map<number, RowProblem[]>> {
  const { first, last } = recordIdSpanOf(file.number);
  for (let after = first; ; ) {
    const issues = await db.$queryRaw<Omit<RowProblem, "slot">[]>`
      select i."recordId"::text as "recordId", i."rowNumber", r."entityType"::text as "entityType", i.code, i.severity::text as severity, i.field, i.value, i.facts
      from "Issue" i join "Record" r on r.id = i."recordId"
      where i."recordId" > ${after}::uuid and i."recordId" <= ${last}::uuid and r.readiness <> 'excluded'
        and i.severity::text = any(${[...severities]}::text[]) ${causeSql(cause)}
      order by i."recordId", i.severity, i.code, i.field limit ${issuesPerPage}`;
    const isLast = issues.length < issuesPerPage;
    // The last row may have more to say than this page.
    const cut = isLast ? undefined : issues.at(-1)?.rowNumber;
    const whole = issues.filter(({ rowNumber }) => rowNumber !== cut);
    const rows = Map.groupBy(
      whole.map((issue) => ({ ...issue, slot: slotOf(issue.recordId) })),
      ({ rowNumber }) => rowNumber,
    );
    if (rows.size > 0) yield rows;
    if (isLast) return;
    const end = Math.max(...rows.keys());
    after = recordIdOf(file.number, end, recordSlotMax);
  }
}

/** How many rows of each file have errors, and errors or warnings; excluded records do not count. */
export async function countProblemRows(
  db: Db,
  migrationId: string,
): Promise<{ fileId: string; errors: number; warnings: number }[]> {
  return db.$queryRaw`
    select i."fileId"::text as "fileId", (count(distinct i."rowNumber") filter (where i.severity = 'error'))::int as errors,
      count(distinct i."rowNumber")::int as warnings
    from "Issue" i join "Record" r on r.id = i."recordId"
    where i."migrationId" = ${migrationId}::uuid and i.severity in ('error', 'warning') and r.readiness <> 'excluded' group by 1`;
}

const spansOf = (fileNumber: number, rowNumbers: readonly number[]): Prisma.Sql =>
  Prisma.sql`unnest(${rowNumbers.map((row) => recordIdOf(fileNumber, row))}::uuid[], ${rowNumbers.map((row) => recordIdOf(fileNumber, row, recordSlotMax))}::uuid[]) as span(first, last)`;

/** Fields that something is wrong with, of the records of these rows. */
export async function problemFieldsOf(
  db: Db | Tx,
  fileNumber: number,
  rowNumbers: readonly number[],
): Promise<{ rowNumber: number; slot: number; field: string }[]> {
  const rows = await db.$queryRaw<{ recordId: string; rowNumber: number; field: string }[]>`
    select distinct i."recordId"::text as "recordId", i."rowNumber", i.field from ${spansOf(fileNumber, rowNumbers)}
    join "Issue" i on i."recordId" between span.first and span.last where i.field <> '' and i.severity in ('error', 'warning')`;
  return rows.map(({ recordId, ...rest }) => ({ ...rest, slot: slotOf(recordId) }));
}

const held = Prisma.raw(heldSql("r"));

/** Of these rows those that may not be corrected: a submitted chunk holds one of their records, or their own record is excluded. */
export async function fixedRows(
  db: Db | Tx,
  fileNumber: number,
  rowNumbers: readonly number[],
): Promise<Map<number, "held" | "excluded">> {
  const rows = await db.$queryRaw<{ rowNumber: number; isHeld: boolean; isExcluded: boolean }[]>`
    select r."rowNumber", bool_or(${held}) as "isHeld", bool_or(r.readiness = 'excluded' and r.id = span.first) as "isExcluded"
    from ${spansOf(fileNumber, rowNumbers)} join "Record" r on r.id between span.first and span.last group by 1`;
  return new Map(
    rows.flatMap(({ rowNumber, isHeld, isExcluded }): [number, "held" | "excluded"][] => {
      if (isHeld) return [[rowNumber, "held"]];
      return isExcluded ? [[rowNumber, "excluded"]] : [];
    }),
  );
}

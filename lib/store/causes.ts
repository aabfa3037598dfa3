import { holdsClients } from "../domain/file-kind.ts";
import type { IssueCode } from "../domain/issue-catalogue.ts";
import { type RecordRole, roleByFileKind } from "../domain/record-role.ts";
import type { Db } from "./client.ts";
import { isBesideSql } from "./count-records.ts";
import { Prisma } from "./generated/client.ts";
import { isIncludedSql } from "./record-ids-of-cause.ts";

export type Cause = { code: IssueCode; field: string; fileId: string; role: RecordRole; count: number };
export type CauseExample = Omit<Cause, "count"> & {
  recordId: string;
  rowNumber: number;
  reference: string | null;
  value: string | null;
  facts: unknown;
};

type Counted = { code: IssueCode; field: string; fileId: string; n: number };

/**
 * Issues of records that are not excluded, grouped by code, field, file and role of the record; most first. Read in the order of one index,
 * and nothing else: what a record is, its file and the end of its id tell (lib/domain/record-id.ts).
 */
export async function causesOf(db: Db, migrationId: string): Promise<Cause[]> {
  const files = await db.sourceFile.findMany({
    where: { migrationId },
    select: { id: true, kind: true, associates: true },
  });
  const wide = files.filter(({ kind, associates }) => holdsClients(kind) && associates > 0).map(({ id }) => id);
  const [all, beside] = await Promise.all([
    countIssues(db, migrationId, Prisma.empty),
    wide.length > 0
      ? countIssues(db, migrationId, Prisma.sql`and i."fileId" = any(${wide}::uuid[]) and ${isBesideSql}`)
      : [],
  ]);
  const kindById = new Map(files.map(({ id, kind }) => [id, kind]));
  const besideByKey = new Map(beside.map((counted) => [keyOf(counted), counted.n]));
  const causes = all.flatMap(({ n, ...cause }): Cause[] => {
    const kind = kindById.get(cause.fileId);
    const associates = besideByKey.get(keyOf(cause)) ?? 0;
    if (!kind) return [];
    return [
      { ...cause, role: roleByFileKind[kind], count: n - associates },
      { ...cause, role: "associate", count: associates },
    ];
  });
  return causes.filter(({ count }) => count > 0).sort(inOrder);
}

/**
 * In the order of the index, whatever the server thinks of it: sorting texts takes ten times as long as reading them in order.
 */
async function countIssues(db: Db, migrationId: string, which: Prisma.Sql): Promise<Counted[]> {
  const [, counted] = await db.$transaction([
    db.$executeRaw`select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`,
    db.$queryRaw<Counted[]>`
      select i.code, i.field, i."fileId"::text as "fileId", count(distinct i."recordId")::int as n from "Issue" i
      where i."migrationId" = ${migrationId}::uuid ${which} ${isIncludedSql(migrationId)}
      group by i.code, i.field, i."fileId"`,
  ]);
  return counted;
}

const inOrder = (one: Cause, other: Cause): number =>
  other.count - one.count || (`${keyOf(one)} ${one.role}` < `${keyOf(other)} ${other.role}` ? -1 : 1);

const keyOf = ({ code, field, fileId }: Pick<Cause, "code" | "field" | "fileId">): string =>
  `${code} ${field} ${fileId}`;

/** The first `perCause` issues of each of these causes, in the order of the rows: found one cause after the other in the index. */
export async function examplesOf(
  db: Db,
  migrationId: string,
  causes: readonly Omit<Cause, "count">[],
  perCause: number,
): Promise<CauseExample[]> {
  const each = (part: "code" | "field" | "fileId" | "role") => causes.map((cause) => cause[part]);
  return db.$queryRaw<CauseExample[]>`
    select c.code, c.field, c."fileId"::text as "fileId", c.role, first."recordId"::text as "recordId", first."rowNumber", first.reference, first.value, first.facts
    from unnest(${each("code")}::text[], ${each("field")}::text[], ${each("fileId")}::uuid[], ${each("role")}::text[]) as c(code, field, "fileId", role)
    cross join lateral (
      select i.id, i."recordId", i."rowNumber", r.reference, i.value, i.facts from "Issue" i join "Record" r on r.id = i."recordId"
      where i."migrationId" = ${migrationId}::uuid and i.code = c.code and i.field = c.field and i."fileId" = c."fileId"
        and r.readiness <> 'excluded' and r.role = c.role::"RecordRole"
      order by i."recordId", i.id limit ${perCause}
    ) first order by first."recordId", first.id`;
}

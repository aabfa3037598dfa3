import type { IssueCode } from "../domain/issue-catalogue.ts";
import type { ReadinessFilter } from "../domain/record.ts";
import { recordIdSpanOf } from "../domain/record-id.ts";
import type { RecordRole } from "../domain/record-role.ts";
import { fullOnlyCodes } from "../domain/track-issues.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { leftOutSince } from "./left-out-since.ts";
import { type Cause, causeSql } from "./record-ids-of-cause.ts";
import { type RecordSearch, searchSql } from "./record-search.ts";

export type RecordFilter = Cause & { readiness?: ReadinessFilter; status?: string; search?: RecordSearch };
export type ListedRecord = {
  id: string;
  rowNumber: number;
  fileName: string;
  role: RecordRole;
  entityType: "individual" | "company";
  reference: string | null;
  displayName: string;
  readiness: "unchecked" | "ready" | "invalid" | "excluded";
  excludedReason: string | null;
  standing: string;
  issueCount: number;
  /** Of its most severe issue; null: it has none. */
  firstCode: IssueCode | null;
  /** Does an issue keep it from full onboarding alone (lib/domain/track-issues.ts)? */
  isThin: boolean;
  profileId: string | null;
  applicationStatus: string | null;
};

/**
 * One page of the records of a migration in the order of their ids, after the id `after`: of each of its files the first that fit, since
 * a file's records are one range of ids, and of those the first. Standing is as in counts-of.ts.
 */
export async function recordPage(
  db: Db,
  migrationId: string,
  filter: RecordFilter,
  after: string | undefined,
  size: number,
): Promise<ListedRecord[]> {
  // A million clients are not looked through for associates that their file has none of.
  const files = await db.sourceFile.findMany({
    where: { migrationId, ...(filter.role !== undefined && filter.role !== "client" ? { associates: { gt: 0 } } : {}) },
    select: { id: true, number: true },
  });
  const spans = files.map(({ number }) => recordIdSpanOf(number));
  const { code, field, fileId, ...others } = filter;
  const isOfCause = code !== undefined || field !== undefined;
  // The records of a cause stand in their order in an index of issues; all others are passed over unseen.
  const from = isOfCause
    ? Prisma.sql`from (
        select distinct i."recordId" as id from "Issue" i
        where i."migrationId" = ${migrationId}::uuid and i."fileId" = span."fileId" ${causeSql({ code, field, fileId })} ${behind('i."recordId"', after)}
        order by 1
      ) found join "Record" r on r.id = found.id ${deliveries}`
    : fromRecords;
  return db.$queryRaw<ListedRecord[]>`
    select r.id::text as id, r."rowNumber", f.name as "fileName", r.role::text as role, r."entityType"::text as "entityType", r.reference, r."displayName", r.readiness::text as readiness, r."excludedReason",
      r.standing, found.n as "issueCount", found.first as "firstCode", found.thin as "isThin", r."profileId", r."applicationStatus"
    from unnest(${files.map(({ id }) => id)}::uuid[], ${spans.map(({ first }) => first)}::uuid[], ${spans.map(({ last }) => last)}::uuid[]) as span("fileId", first, last)
    cross join lateral (
      select r.*, ${standing} as standing, d."profileId", d."applicationStatus" ${from}
      where r.id between span.first and span.last and r."migrationId" = ${migrationId}::uuid ${conditions(isOfCause ? others : filter)} ${behind("r.id", after)}
      order by r.id limit ${size}
    ) r join "SourceFile" f on f.id = r."fileId"
    cross join lateral (
      select count(*)::int as n, (array_agg(i.code order by i.severity, i.field, i.code))[1] as first, coalesce(bool_or(i.code = any(${[...fullOnlyCodes]}::text[])), false) as thin
      from "Issue" i where i."recordId" = r.id
    ) found
    order by r.id limit ${size}`;
}

/** What fits the filter, from `from` to `where`: records `r`. */
export const fittingSql = (migrationId: string, filter: RecordFilter): Prisma.Sql =>
  Prisma.sql`${filter.status === undefined ? Prisma.sql`from "Record" r` : fromRecords} where r."migrationId" = ${migrationId}::uuid ${conditions(filter)}`;

const behind = (id: "r.id" | 'i."recordId"', after: string | undefined): Prisma.Sql =>
  after === undefined ? Prisma.empty : Prisma.sql`and ${Prisma.raw(id)} > ${after}::uuid`;

const deliveries = Prisma.sql`left join "Plan" p on p."migrationId" = r."migrationId"
  left join "Delivery" d on d."recordId" = r.id and d."connectionId" = p."connectionId" and not ${leftOutSince("r", "d")}`;
const fromRecords = Prisma.sql`from "Record" r ${deliveries}`;

const standing = Prisma.sql`(case when d.status is not null then d.status::text when r.readiness = 'ready' and r.role = 'client' then 'waiting' else r.readiness::text end)`;

/** In so many words: with a parameter the server could not know that the index of those that are not ready is enough. */
const isReadiness: Record<ReadinessFilter, Prisma.Sql> = {
  ready: Prisma.sql`and r.readiness = 'ready'`,
  invalid: Prisma.sql`and r.readiness = 'invalid'`,
  unchecked: Prisma.sql`and r.readiness = 'unchecked'`,
  excluded: Prisma.sql`and r.readiness = 'excluded'`,
  included: Prisma.sql`and r.readiness <> 'excluded'`,
};

function conditions({ role, readiness, status, search, ...cause }: RecordFilter): Prisma.Sql {
  const parts: Prisma.Sql[] = [];
  if (role !== undefined) parts.push(Prisma.sql`and r.role = ${role}::"RecordRole"`);
  if (readiness !== undefined) parts.push(isReadiness[readiness]);
  if (status !== undefined) parts.push(Prisma.sql`and ${standing} = ${status}`);
  if (search) parts.push(Prisma.sql`and ${searchSql(search)}`);
  if (cause.code !== undefined || cause.field !== undefined)
    parts.push(Prisma.sql`and exists (select 1 from "Issue" i where i."recordId" = r.id ${causeSql(cause)})`);
  else if (cause.fileId !== undefined) parts.push(Prisma.sql`and r."fileId" = ${cause.fileId}::uuid`);
  return parts.length > 0 ? Prisma.join(parts, " ") : Prisma.empty;
}

import { type NotCreatedStatus, notCreatedStatuses } from "../domain/failure-filter.ts";
import type { Db } from "./client.ts";
import { type FailureScope, failureScopeSql } from "./failure-scope.ts";
import { Prisma } from "./generated/client.ts";

export type ListedFailure = {
  deliveryId: string;
  recordId: string;
  reference: string;
  rowNumber: number;
  fileName: string;
  status: NotCreatedStatus;
  profileId: string | null;
  code: string | null;
  field: string | null;
  message: string | null;
  attempts: number;
};

/**
 * Deliveries of a chunk that were not created, by id; `size` of them after the one named. Attempts are counted of those alone. Each status is
 * a range of an index that is in order by id: asked for together, the server would look through all deliveries of all chunks by id.
 */
export function failurePage(
  db: Db,
  chunkId: string,
  scope: FailureScope,
  after: string | undefined,
  size: number,
): Promise<ListedFailure[]> {
  const behind = after ? Prisma.sql`and d.id > ${after}::uuid` : Prisma.empty;
  const ranges = (scope.status ? [scope.status] : notCreatedStatuses).map(
    (status) =>
      Prisma.sql`(select d.* from ${fitting(chunkId, { ...scope, status })} ${behind} order by d.id limit ${size})`,
  );
  return db.$queryRaw<ListedFailure[]>`
    select d.id::text as "deliveryId", d."recordId"::text as "recordId", d.reference, r."rowNumber", f.name as "fileName", d.status::text as status,
      d."profileId", d."failureCode" as code, d."failureField" as field, d."failureMessage" as message,
      (select count(*)::int from "Attempt" a where a."deliveryId" = d.id) as attempts
    from (select * from (${Prisma.join(ranges, " union all ")}) d order by d.id limit ${size}) d
      join "Record" r on r.id = d."recordId" join "SourceFile" f on f.id = r."fileId"
    order by d.id`;
}

/** How many of a scope stand where. */
export async function countFailures(
  db: Db,
  chunkId: string,
  scope: FailureScope,
): Promise<Record<NotCreatedStatus, number>> {
  const rows = await db.$queryRaw<{ status: NotCreatedStatus; count: number }[]>`
    select d.status::text as status, count(*)::int as count from ${fitting(chunkId, scope)}
      and d.status in ('refused', 'failed', 'uncertain') group by d.status`;
  const counts: Record<NotCreatedStatus, number> = { refused: 0, failed: 0, uncertain: 0 };
  for (const { status, count } of rows) counts[status] = count;
  return counts;
}

const fitting = (chunkId: string, scope: FailureScope): Prisma.Sql =>
  Prisma.sql`"Delivery" d where d."chunkId" = ${chunkId}::uuid ${failureScopeSql(scope)}`;

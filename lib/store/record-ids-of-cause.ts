import type { RecordRole } from "../domain/record-role.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

export type Cause = { code?: string; field?: string; fileId?: string; role?: RecordRole };

/** The conditions of a cause on an issue `i`. */
export const causeSql = ({ code, field, fileId, role }: Cause): Prisma.Sql =>
  Prisma.sql`${code === undefined ? Prisma.empty : Prisma.sql`and i.code = ${code}`}
    ${field === undefined ? Prisma.empty : Prisma.sql`and i.field = ${field}`}
    ${fileId === undefined ? Prisma.empty : Prisma.sql`and i."fileId" = ${fileId}::uuid`}
    ${role === undefined ? Prisma.empty : Prisma.sql`and exists (select 1 from "Record" o where o.id = i."recordId" and o.role = ${role}::"RecordRole")`}`;

/**
 * The condition on an issue `i` that its record is not left out. What the column does not need is the condition of the index of records that
 * are not ready: those left out are few, and found in it.
 */
export const isIncludedSql = (migrationId: string): Prisma.Sql => Prisma.sql`and i."recordId" not in (
  select r.id from "Record" r where r."migrationId" = ${migrationId}::uuid and r.readiness <> 'ready' and r.readiness = 'excluded')`;

/** Records of a migration with an issue of this cause, among `only` where given. */
export async function recordIdsOfCause(
  tx: Tx,
  migrationId: string,
  cause: Cause,
  only: readonly string[] | undefined,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct i."recordId"::text as id from "Issue" i
    where i."migrationId" = ${migrationId}::uuid ${causeSql(cause)} ${only ? Prisma.sql`and i."recordId" = any(${[...only]}::uuid[])` : Prisma.empty}`;
  return rows.map((row) => row.id);
}

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

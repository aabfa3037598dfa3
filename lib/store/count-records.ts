import { type RecordRole, roleByFileKind } from "../domain/record-role.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { causeSql, isIncludedSql } from "./record-ids-of-cause.ts";
import { fittingSql, type RecordFilter } from "./record-page.ts";

/** How many records fit the filter, pages or not. What is asked most, all of them and those of a cause, is told without looking at records. */
export async function countRecords(db: Db, migrationId: string, filter: RecordFilter): Promise<number> {
  const { role, code, field, fileId, readiness, ...others } = filter;
  const isNarrowed = Object.values(others).some((part) => part !== undefined);
  if (!isNarrowed && code !== undefined && (readiness === undefined || readiness === "included"))
    return countOfCause(db, migrationId, filter);
  const isAll = !isNarrowed && [code, field, fileId, readiness].every((part) => part === undefined);
  const [row] = isAll
    ? await db.$queryRaw<
        { n: number }[]
      >`select ${totalOf(role)}::int as n from "SourceFile" where "migrationId" = ${migrationId}::uuid`
    : await db.$queryRaw<{ n: number }[]>`select count(*)::int as n ${fittingSql(migrationId, filter)}`;
  return row?.n ?? 0;
}

/** From the index of issues alone: what a record is, its file and the end of its id tell (causes.ts). */
async function countOfCause(db: Db, migrationId: string, { role, readiness, ...cause }: RecordFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(distinct i."recordId")::int as n from "Issue" i
    where i."migrationId" = ${migrationId}::uuid ${causeSql({ code: cause.code, field: cause.field, fileId: cause.fileId })}
      ${role === undefined ? Prisma.empty : await ofRoleSql(db, migrationId, role)} ${readiness === "included" ? isIncludedSql(migrationId) : Prisma.empty}`;
  return row?.n ?? 0;
}

async function ofRoleSql(db: Db, migrationId: string, role: RecordRole): Promise<Prisma.Sql> {
  const files = await db.sourceFile.findMany({
    where: { migrationId },
    select: { id: true, kind: true, associates: true },
  });
  const ofRows = files.filter(({ kind }) => roleByFileKind[kind] === role);
  const ids = (some: typeof files) => Prisma.sql`i."fileId" = any(${some.map(({ id }) => id)}::uuid[])`;
  if (role === "associate") {
    const besideRows = files.filter(({ kind, associates }) => roleByFileKind[kind] === "client" && associates > 0);
    return Prisma.sql`and (${ids(ofRows)} or (${ids(besideRows)} and ${isBesideSql}))`;
  }
  const alone = ofRows.filter(({ associates }) => role !== "client" || associates === 0);
  const wide = ofRows.filter((file) => !alone.includes(file));
  return Prisma.sql`and (${ids(alone)} or (${ids(wide)} and not ${isBesideSql}))`;
}

/** SQL: is the record of issue `i` an associate beside its row's own record? */
export const isBesideSql = Prisma.sql`(right(i."recordId"::text, 4) <> '0000')`;

/** As the checks of the files noted it (counts-of.ts). What is no client is a link in a links file, a document in a manifest, elsewhere an associate. */
function totalOf(role: RecordRole | undefined): Prisma.Sql {
  const noted = {
    client: Prisma.sql`individuals + companies`,
    associate: Prisma.sql`case when kind in ('links', 'documents') then 0 else associates end`,
    link: Prisma.sql`case kind when 'links' then associates else 0 end`,
    document: Prisma.sql`case kind when 'documents' then associates else 0 end`,
  };
  return Prisma.sql`coalesce(sum(${role === undefined ? Prisma.sql`individuals + companies + associates` : noted[role]}), 0)`;
}

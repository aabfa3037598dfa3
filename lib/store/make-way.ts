import type pg from "pg";
import { associateSpanOf, placeOfRecord, recordIdOf, recordIdSpanOf } from "../domain/record-id.ts";
import { executeOnClient } from "./execute.ts";
import { heldSql } from "./held.ts";
import { manyRows } from "./loosen-records.ts";
import { onConnection } from "./on-connection.ts";

/** Records that stay while their file is checked again, by their place in it (lib/domain/record-id.ts). */
export type KeptRecords = ReadonlySet<number>;

type Way = { id: string; migrationId: string; number: number; rowCount: number | null };
type Span = { first: string; last: string };

/**
 * Before a file is checked again: its records go, and their rows count as unchecked until they are made anew under the same ids. Writing a
 * million records costs a third of changing them. Those that a person excluded, or that a chunk knows, stay; if no submitted chunk holds
 * them, and they are not excluded, they are unchecked too.
 *
 * For each record that goes, the server asks whether a chunk or a delivery knows it, which is most of the work. So the halves of a large file
 * go beside each other, each in a transaction of its own that leaves the file's counts true; if only one of them came to its end, the next
 * check finishes the other.
 */
export async function makeWay(pool: pg.Pool, file: Way): Promise<KeptRecords> {
  const ends = await Promise.allSettled(
    spansOf(file).map((span) => onConnection(pool, (client) => makeWayIn(client, file, span))),
  );
  const kept = ends.flatMap((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
  return new Set(kept.map(placeOfRecord));
}

function spansOf({ number, rowCount }: Way): Span[] {
  const whole = recordIdSpanOf(number);
  if ((rowCount ?? 0) < manyRows) return [whole];
  const middle = Math.floor((rowCount ?? 0) / 2);
  const { last } = associateSpanOf(recordIdOf(number, middle));
  return [
    { first: whole.first, last },
    { first: recordIdOf(number, middle + 1), last: whole.last },
  ];
}

/** @returns the ids of those that stay */
async function makeWayIn(client: pg.PoolClient, { id: fileId, migrationId }: Way, span: Span): Promise<string[]> {
  const execute = executeOnClient(client);
  const inSpan = (id: string) => `${id} between $1::uuid and $2::uuid`;
  const goes = (id: string) => `${inSpan(id)} and not exists (select 1 from pg_temp.kept k where k.id = ${id})`;
  const { first, last } = span;
  if ((await execute(`select 1 from "Record" where ${inSpan("id")} limit 1`, first, last)) === 0) return [];
  await client.query("begin");
  await execute("create temp table kept (id uuid primary key) on commit drop");
  await execute(
    `insert into pg_temp.kept
     select r.id from "Record" r where r."migrationId" = $3::uuid and r.readiness = 'excluded' and ${inSpan("r.id")}
     union
     select r.id from "Record" r join (
       select m."recordId" as id from "ChunkMember" m where ${inSpan('m."recordId"')}
       union select p."recordId" from "ChunkAssociate" p where ${inSpan('p."recordId"')}
       union select p."linkId" from "ChunkAssociate" p where ${inSpan('p."linkId"')}
     ) known on known.id = r.id`,
    first,
    last,
    migrationId,
  );
  await execute("analyze pg_temp.kept");
  for (const table of ["Issue", "Link", "ManifestLine"])
    await execute(`delete from "${table}" t where ${goes('t."recordId"')}`, first, last);
  await execute(
    `with gone as (delete from "Record" r where ${goes("r.id")} returning r.role, r."entityType")
     update "SourceFile" f set individuals = f.individuals - n.individuals, companies = f.companies - n.companies, associates = f.associates - n.associates
     from (select (count(*) filter (where role = 'client' and "entityType" = 'individual'))::int as individuals,
                  (count(*) filter (where role = 'client' and "entityType" = 'company'))::int as companies,
                  (count(*) filter (where role <> 'client'))::int as associates
           from gone) n
     where f.id = $3::uuid`,
    first,
    last,
    fileId,
  );
  await execute(
    `update "Record" r set readiness = 'unchecked' from pg_temp.kept k where k.id = r.id and r.readiness in ('ready', 'invalid') and not ${heldSql("r")}`,
  );
  const { rows } = await client.query<{ id: string }>("select id from pg_temp.kept");
  await client.query("commit");
  return rows.map(({ id }) => id);
}

import type pg from "pg";
import { placeOfRecord, recordIdSpanOf } from "../domain/record-id.ts";
import { executeOnClient } from "./execute.ts";
import { heldSql } from "./held.ts";

/** Records that stay while their file is checked again, by their place in it (lib/domain/record-id.ts). */
export type KeptRecords = ReadonlySet<number>;

/**
 * Before a file is checked again, in a transaction of its own: its records go, and their rows count as unchecked until they are made anew
 * under the same ids. Writing a million records costs a third of changing them. Those that a person excluded, or that a chunk knows, stay;
 * if no submitted chunk holds them, and they are not excluded, they are unchecked too.
 */
export async function makeWay(client: pg.PoolClient, file: { id: string; number: number }): Promise<KeptRecords> {
  const execute = executeOnClient(client);
  const { first, last } = recordIdSpanOf(file.number);
  const known = await execute(`select 1 from "Record" where id between $1::uuid and $2::uuid limit 1`, first, last);
  if (known === 0) return new Set();
  await client.query("begin");
  try {
    await execute("create temp table kept (id uuid primary key) on commit drop");
    await execute(
      `insert into pg_temp.kept select r.id from "Record" r where r.id between $1::uuid and $2::uuid and (
         r.readiness = 'excluded' or exists (select 1 from "ChunkMember" m where m."recordId" = r.id) or exists (select 1 from "Delivery" d where d."recordId" = r.id)
         or exists (select 1 from "ChunkAssociate" p where p."recordId" = r.id) or exists (select 1 from "ChunkAssociate" p where p."linkId" = r.id))`,
      first,
      last,
    );
    await execute("analyze pg_temp.kept");
    const isKept = (id: string) => `exists (select 1 from pg_temp.kept k where k.id = ${id})`;
    await execute(
      `delete from "Issue" i where i."recordId" between $1::uuid and $2::uuid and not ${isKept('i."recordId"')}`,
      first,
      last,
    );
    await execute(
      `delete from "Link" l where l."recordId" between $1::uuid and $2::uuid and not ${isKept('l."recordId"')}`,
      first,
      last,
    );
    await execute(
      `delete from "ManifestLine" l where l."recordId" between $1::uuid and $2::uuid and not ${isKept('l."recordId"')}`,
      first,
      last,
    );
    await execute(
      `delete from "Record" r where r.id between $1::uuid and $2::uuid and not ${isKept("r.id")}`,
      first,
      last,
    );
    await execute(
      `update "Record" r set readiness = 'unchecked' from pg_temp.kept k where k.id = r.id and r.readiness in ('ready', 'invalid') and not ${heldSql("r")}`,
    );
    await execute(
      `update "SourceFile" f set individuals = n.individuals, companies = n.companies, associates = n.associates
       from (select (count(*) filter (where r.role = 'client' and r."entityType" = 'individual'))::int as individuals,
                    (count(*) filter (where r.role = 'client' and r."entityType" = 'company'))::int as companies,
                    (count(*) filter (where r.role <> 'client'))::int as associates
             from pg_temp.kept k join "Record" r on r.id = k.id) n
       where f.id = $1::uuid`,
      file.id,
    );
    const { rows } = await client.query<{ id: string }>("select id from pg_temp.kept");
    await client.query("commit");
    return new Set(rows.map(({ id }) => placeOfRecord(id)));
  } catch (cause) {
    await client.query("rollback").catch(() => {});
    throw cause;
  }
}

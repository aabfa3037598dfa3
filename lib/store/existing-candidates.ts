import { referenceTagOf } from "../domain/reference-tag.ts";
import type { Db, Tx } from "./client.ts";
import type { ExistingDigests } from "./existing-digests.ts";

/** What of a client is asked for among the existing profiles. */
export type KnownClient = {
  recordId: string;
  entityType: "individual" | "company";
  displayName: string;
  reference: string | null;
};

/** Pairs of clients and existing profiles of one name or one reference tag. A client that has its profile already is in none. */
export async function candidatesOf(
  db: Db | Tx,
  connectionId: string,
  clients: readonly KnownClient[],
  digests: ExistingDigests,
): Promise<{ recordId: string; profileId: string }[]> {
  const ids = clients.map(({ recordId }) => recordId);
  const names = clients.map(({ entityType, displayName }) => digests.ofName(entityType, displayName));
  const tags = clients.map(({ reference }) => (reference ? digests.ofTag(referenceTagOf(reference)) : null));
  return db.$queryRaw<{ recordId: string; profileId: string }[]>`
    with client as (
      select * from unnest(${ids}::uuid[], ${names}::text[], ${tags}::text[]) as c(id, name, tag)
    ), found as (
      select c.id, e."profileId" from client c join "ExistingProfile" e on e."connectionId" = ${connectionId}::uuid and e."nameDigest" = c.name and c.name <> ''
      union select c.id, e."profileId" from client c join "ExistingProfile" e on e."connectionId" = ${connectionId}::uuid and e."tagDigest" = c.tag
    )
    select f.id::text as "recordId", f."profileId" from found f
    where not exists (
      select 1 from "Delivery" d where d."recordId" = f.id and d."connectionId" = ${connectionId}::uuid and d."profileId" is not null)
    order by f.id, f."profileId"`;
}

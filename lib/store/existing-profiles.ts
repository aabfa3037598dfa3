import type { Db, Tx } from "./client.ts";
import type { ClientDigests } from "./client-digests.ts";

export type ExistingProfile = { profileId: string; nameDigest: string; tagDigest: string | null };
type Sweep = { id: string; connectionId: string };

/** Keeps a page of listed profiles. Pages shift while profiles are added, so that one may come twice. */
export async function keepExisting(db: Db, sweep: Sweep, profiles: readonly ExistingProfile[]): Promise<void> {
  await db.$executeRaw`
    insert into "ExistingProfile" ("connectionId", "sweepId", "profileId", "nameDigest", "tagDigest")
    select distinct on (p.id) ${sweep.connectionId}::uuid, ${sweep.id}::uuid, p.id, p.name, p.tag
    from unnest(${profiles.map(({ profileId }) => profileId)}::text[], ${profiles.map(({ nameDigest }) => nameDigest)}::text[], ${profiles.map(({ tagDigest }) => tagDigest)}::text[]) as p(id, name, tag)
    on conflict ("connectionId", "profileId") do update set "sweepId" = excluded."sweepId", "nameDigest" = excluded."nameDigest", "tagDigest" = excluded."tagDigest"`;
}

/** Forgets what earlier sweeps saw and this one did not, with the matches that nobody decided about. */
export async function forgetVanished(db: Db, { id, connectionId }: Sweep): Promise<void> {
  await db.$transaction([
    db.existingProfile.deleteMany({ where: { connectionId, sweepId: { not: id } } }),
    db.$executeRaw`
      delete from "ProfileMatch" m where m."connectionId" = ${connectionId}::uuid and m.decision is null
        and not exists (select 1 from "ExistingProfile" e where e."connectionId" = m."connectionId" and e."profileId" = m."profileId")`,
  ]);
}

/** Pairs of clients and profiles of one name or one reference tag. A client that has its profile already is none. */
export async function candidatesOf(
  db: Db | Tx,
  connectionId: string,
  clients: readonly { recordId: string; digests: ClientDigests }[],
): Promise<{ recordId: string; profileId: string }[]> {
  return db.$queryRaw<{ recordId: string; profileId: string }[]>`
    select c.id as "recordId", e."profileId"
    from unnest(${clients.map(({ recordId }) => recordId)}::uuid[], ${clients.map(({ digests }) => digests.name)}::text[], ${clients.map(({ digests }) => digests.tag)}::text[]) as c(id, name, tag),
    lateral (
      select e."profileId" from "ExistingProfile" e where e."connectionId" = ${connectionId}::uuid and e."nameDigest" = c.name and c.name <> ''
      union select e."profileId" from "ExistingProfile" e where e."connectionId" = ${connectionId}::uuid and e."tagDigest" = c.tag
    ) e
    where not exists (
      select 1 from "Delivery" d where d."recordId" = c.id and d."connectionId" = ${connectionId}::uuid and d."profileId" is not null)
    order by c.id, e."profileId"`;
}

import type { Db } from "./client.ts";

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

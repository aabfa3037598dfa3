import { type Entity, entitySchema } from "../../../domain/entity.ts";
import { matchGroundsOf } from "../../../domain/profile-match.ts";
import { candidatesOf, type KnownClient } from "../../../store/existing-candidates.ts";
import { type ExistingDigests, existingDigests } from "../../../store/existing-digests.ts";
import { type ComparedPair, keepMatches } from "../../../store/profile-matches.ts";
import type { Sweeping } from "./sweeping.ts";

const clientsAtOnce = 2_000;
const readsAtOnce = 4;

type Compared = { entity: Entity; digest: string };

/** Holds every client of the migration that is not left out against the existing profiles of its name or tag, each read in full. */
export async function compareClients(sweeping: Sweeping): Promise<void> {
  const { ctx, sweep } = sweeping;
  const digests = existingDigests(ctx.env.CAUSEWAY_SECRET);
  let after = "00000000-0000-0000-0000-000000000000";
  let clients = 0;
  let read = 0;
  for (;;) {
    const page = await pageOfClients(sweeping, after);
    const last = page.at(-1);
    if (!last) return;
    after = last.recordId;
    const pairs = await openPairs(sweeping, page, digests);
    for (let from = 0; from < pairs.length; from += readsAtOnce) {
      const some = pairs.slice(from, from + readsAtOnce);
      const compared = await Promise.all(some.map((pair) => compare(sweeping, pair)));
      await keepMatches(
        ctx.db,
        sweep,
        compared.filter((each) => each !== null),
        ctx.clock.now(),
      );
      read += some.length;
      await ctx.db.profileSweep.update({ where: { id: sweep.id }, data: { clients, read } });
    }
    clients += page.length;
    await ctx.db.profileSweep.update({ where: { id: sweep.id }, data: { clients, read } });
  }
}

const pageOfClients = ({ ctx, sweep }: Sweeping, after: string): Promise<KnownClient[]> =>
  ctx.db.$queryRaw<KnownClient[]>`
    select r.id::text as "recordId", r."entityType"::text as "entityType", r."displayName", r.reference from "Record" r
    where r."migrationId" = ${sweep.migrationId}::uuid and r.role = 'client' and r.readiness <> 'excluded' and r.id > ${after}::uuid
    order by r.id limit ${clientsAtOnce}`;

type Pair = { recordId: string; profileId: string; client: Compared };

/** Without those that this sweep, before it was cut off, has compared already. */
async function openPairs(
  { ctx, sweep }: Sweeping,
  clients: readonly KnownClient[],
  digests: ExistingDigests,
): Promise<Pair[]> {
  const candidates = await candidatesOf(ctx.db, sweep.connectionId, clients, digests);
  const recordIds = [...new Set(candidates.map(({ recordId }) => recordId))];
  const records = await ctx.db.record.findMany({ where: { id: { in: recordIds } }, select: { id: true, data: true } });
  const clientById = new Map(
    records.map(({ id, data }) => {
      const entity = entitySchema.parse(JSON.parse(data));
      return [id, { entity, digest: digests.ofCompared(entity) }];
    }),
  );
  const compared = await ctx.db.profileMatch.findMany({
    where: {
      connectionId: sweep.connectionId,
      recordId: { in: recordIds },
      comparedAt: { gte: sweep.startedAt },
    },
    select: { recordId: true, profileId: true, comparedDigest: true },
  });
  const known = new Map(compared.map((match) => [`${match.recordId} ${match.profileId}`, match.comparedDigest]));
  return candidates.flatMap(({ recordId, profileId }) => {
    const client = clientById.get(recordId);
    return client && known.get(`${recordId} ${profileId}`) !== client.digest ? [{ recordId, profileId, client }] : [];
  });
}

/** Null: the profile is gone. One that may not be read is known by its name alone, and a person decides. */
async function compare(
  { ctx, sweep, passfort, ask }: Sweeping,
  { recordId, profileId, client }: Pair,
): Promise<ComparedPair | null> {
  const answer = await ask(() => passfort.readProfile(profileId));
  const found = { recordId, profileId, comparedDigest: client.digest };
  if (answer.ok) return { ...found, grounds: matchGroundsOf(client.entity, answer.value) };
  if (answer.failure.httpStatus !== 404) return { ...found, grounds: "same_name" };
  await ctx.db.existingProfile.deleteMany({ where: { connectionId: sweep.connectionId, profileId } });
  return null;
}

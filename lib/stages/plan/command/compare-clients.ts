import { type Entity, entitySchema } from "../../../domain/entity.ts";
import { matchGroundsOf } from "../../../domain/profile-match.ts";
import { type ClientDigests, clientDigestsOf } from "../../../store/client-digests.ts";
import { candidatesOf } from "../../../store/existing-profiles.ts";
import { type ComparedPair, keepMatches } from "../../../store/profile-matches.ts";
import type { Sweeping } from "./sweeping.ts";

const clientsAtOnce = 2_000;
const readsAtOnce = 4;

type Client = { recordId: string; entity: Entity; digests: ClientDigests };

/** Holds every client of the migration that is not left out against the existing profiles of its name or tag, each read in full. */
export async function compareClients(sweeping: Sweeping): Promise<void> {
  const { ctx, sweep } = sweeping;
  let after = "00000000-0000-0000-0000-000000000000";
  let clients = 0;
  let read = 0;
  for (;;) {
    const page = await pageOfClients(sweeping, after);
    const last = page.at(-1);
    if (!last) return;
    after = last.recordId;
    const pairs = await openPairs(sweeping, page);
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

async function pageOfClients({ ctx, sweep }: Sweeping, after: string): Promise<Client[]> {
  const rows = await ctx.db.$queryRaw<{ recordId: string; data: unknown }[]>`
    select r.id::text as "recordId", r.data::json as data from "Record" r
    where r."migrationId" = ${sweep.migrationId}::uuid and r.role = 'client' and r.readiness <> 'excluded' and r.id > ${after}::uuid
    order by r.id limit ${clientsAtOnce}`;
  return rows.map(({ recordId, data }) => {
    const entity = entitySchema.parse(data);
    return { recordId, entity, digests: clientDigestsOf(entity, ctx.env.CAUSEWAY_SECRET) };
  });
}

type Pair = { client: Client; profileId: string };

/** Without those that this sweep, before it was cut off, has compared already. */
async function openPairs({ ctx, sweep }: Sweeping, clients: readonly Client[]): Promise<Pair[]> {
  const byId = new Map(clients.map((client) => [client.recordId, client]));
  const candidates = await candidatesOf(ctx.db, sweep.connectionId, clients);
  const compared = await ctx.db.profileMatch.findMany({
    where: {
      connectionId: sweep.connectionId,
      recordId: { in: candidates.map(({ recordId }) => recordId) },
      comparedAt: { gte: sweep.startedAt },
    },
    select: { recordId: true, profileId: true, comparedDigest: true },
  });
  const known = new Map(compared.map((match) => [`${match.recordId} ${match.profileId}`, match.comparedDigest]));
  return candidates.flatMap(({ recordId, profileId }) => {
    const client = byId.get(recordId);
    const isNew = client && known.get(`${recordId} ${profileId}`) !== client.digests.compared;
    return isNew ? [{ client, profileId }] : [];
  });
}

/** Null: the profile is gone. One that may not be read is known by its name alone, and a person decides. */
async function compare(
  { ctx, sweep, passfort, ask }: Sweeping,
  { client, profileId }: Pair,
): Promise<ComparedPair | null> {
  const answer = await ask(() => passfort.readProfile(profileId));
  const found = { recordId: client.recordId, profileId, comparedDigest: client.digests.compared };
  if (answer.ok) return { ...found, grounds: matchGroundsOf(client.entity, answer.value) };
  if (answer.failure.httpStatus !== 404) return { ...found, grounds: "same_name" };
  await ctx.db.existingProfile.deleteMany({ where: { connectionId: sweep.connectionId, profileId } });
  return null;
}

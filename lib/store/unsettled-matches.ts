import { entitySchema } from "../domain/entity.ts";
import type { Tx } from "./client.ts";
import { clientDigestsOf } from "./client-digests.ts";
import { candidatesOf } from "./existing-profiles.ts";
import { isUndecided } from "./profile-matches.ts";

const clientsAtOnce = 2_000;

/**
 * Clients of a chunk that a profile of their connection could be: `notCompared` have the name or tag of one that they, as they are now, were
 * never held against; `undecided` were, and nobody said yet whose it is. Both are nought where nobody ever swept the connection.
 */
export async function unsettledMatches(
  tx: Tx,
  chunk: { id: string; connectionId: string },
  secret: string,
): Promise<{ notCompared: number; undecided: number }> {
  const { connectionId } = chunk;
  if (!(await tx.existingProfile.findFirst({ where: { connectionId }, select: { profileId: true } })))
    return { notCompared: 0, undecided: 0 };
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    select count(distinct m."recordId")::int as n from "ChunkMember" c join "ProfileMatch" m on m."recordId" = c."recordId" and m."connectionId" = ${connectionId}::uuid
      join "Record" r on r.id = m."recordId"
    where c."chunkId" = ${chunk.id}::uuid and ${isUndecided}`;
  const notCompared = new Set<string>();
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const members = await tx.$queryRaw<{ recordId: string; data: unknown }[]>`
      select r.id::text as "recordId", r.data::json as data from "ChunkMember" c join "Record" r on r.id = c."recordId"
      where c."chunkId" = ${chunk.id}::uuid and r.id > ${after}::uuid order by r.id limit ${clientsAtOnce}`;
    const last = members.at(-1);
    if (!last) return { notCompared: notCompared.size, undecided: row?.n ?? 0 };
    after = last.recordId;
    for (const recordId of await neverCompared(tx, connectionId, members, secret)) notCompared.add(recordId);
  }
}

async function neverCompared(
  tx: Tx,
  connectionId: string,
  members: readonly { recordId: string; data: unknown }[],
  secret: string,
): Promise<string[]> {
  const clients = members.map(({ recordId, data }) => ({
    recordId,
    digests: clientDigestsOf(entitySchema.parse(data), secret),
  }));
  const pairs = await candidatesOf(tx, connectionId, clients);
  if (pairs.length === 0) return [];
  const matches = await tx.profileMatch.findMany({
    where: { connectionId, recordId: { in: pairs.map(({ recordId }) => recordId) } },
    select: { recordId: true, profileId: true, comparedDigest: true },
  });
  const known = new Map(matches.map((match) => [`${match.recordId} ${match.profileId}`, match.comparedDigest]));
  const comparedOf = new Map(clients.map(({ recordId, digests }) => [recordId, digests.compared]));
  return pairs
    .filter(({ recordId, profileId }) => known.get(`${recordId} ${profileId}`) !== comparedOf.get(recordId))
    .map(({ recordId }) => recordId);
}

import { entitySchema } from "../domain/entity.ts";
import type { Tx } from "./client.ts";
import { candidatesOf, type KnownClient } from "./existing-candidates.ts";
import { type ExistingDigests, existingDigests } from "./existing-digests.ts";
import { isUndecided } from "./profile-matches.ts";

const clientsAtOnce = 5_000;

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
  const digests = existingDigests(secret);
  let notCompared = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const members = await tx.$queryRaw<KnownClient[]>`
      select r.id::text as "recordId", r."entityType"::text as "entityType", r."displayName", r.reference
      from "ChunkMember" c join "Record" r on r.id = c."recordId"
      where c."chunkId" = ${chunk.id}::uuid and c."recordId" > ${after}::uuid order by c."recordId" limit ${clientsAtOnce}`;
    const last = members.at(-1);
    if (!last) return { notCompared, undecided: row?.n ?? 0 };
    after = last.recordId;
    notCompared += await neverCompared(tx, connectionId, members, digests);
  }
}

/** How many of them have a candidate that they were not held against as they are now. */
async function neverCompared(
  tx: Tx,
  connectionId: string,
  members: readonly KnownClient[],
  digests: ExistingDigests,
): Promise<number> {
  const pairs = await candidatesOf(tx, connectionId, members, digests);
  if (pairs.length === 0) return 0;
  const recordIds = [...new Set(pairs.map(({ recordId }) => recordId))];
  const records = await tx.record.findMany({ where: { id: { in: recordIds } }, select: { id: true, data: true } });
  const comparedById = new Map(
    records.map(({ id, data }) => [id, digests.ofCompared(entitySchema.parse(JSON.parse(data)))]),
  );
  const matches = await tx.profileMatch.findMany({
    where: { connectionId, recordId: { in: recordIds } },
    select: { recordId: true, profileId: true, comparedDigest: true },
  });
  const known = new Map(matches.map((match) => [`${match.recordId} ${match.profileId}`, match.comparedDigest]));
  const isOpen = (pair: (typeof pairs)[number]) =>
    known.get(`${pair.recordId} ${pair.profileId}`) !== comparedById.get(pair.recordId);
  return new Set(pairs.filter(isOpen).map(({ recordId }) => recordId)).size;
}

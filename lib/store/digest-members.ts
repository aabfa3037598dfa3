import type { Db, Tx } from "./client.ts";
import { memberLine } from "./family-digest.ts";

export type MembersDigest = { digest: string; clients: number; ready: number };

/**
 * One digest over all clients of a chunk, in order, computed where they lie: a hundred thousand clients take a second
 * and no data leaves the database. Covers id, reference, readiness, mapping version and the whole data of each.
 */
export async function digestMembers(db: Db | Tx, chunkId: string): Promise<MembersDigest> {
  const [row] = await db.$queryRaw<{ digest: string | null; clients: number; ready: number }[]>`
    select encode(sha256(convert_to(string_agg(${memberLine("r")}, E'\n' order by r.id), 'UTF8')), 'hex') as digest,
           count(*)::int as clients,
           (count(*) filter (where r.readiness = 'ready'))::int as ready
    from "ChunkMember" m join "Record" r on r.id = m."recordId"
    where m."chunkId" = ${chunkId}::uuid`;
  return { digest: row?.digest ?? "", clients: row?.clients ?? 0, ready: row?.ready ?? 0 };
}

import { leavableGaps } from "../domain/leavable-gap.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import type { StepKind } from "./generated/enums.ts";

export type GapRow = {
  id: string;
  recordId: string;
  deliveryId: string;
  reference: string;
  kind: StepKind;
  subject: string;
  code: string;
  message: string;
  /** How many of the chunk say the same; null: it may not be left as it is. */
  alike: number | null;
};

/** What is missing of created clients of a chunk, by step id; `size` of them after the one named. */
export function gapsOfChunk(db: Db, chunkId: string, after: string | undefined, size: number): Promise<GapRow[]> {
  return db.$queryRaw<GapRow[]>`
    with alike as (
      select s."gapCode" as code, s."gapMessage" as message, count(*)::int as n from "Delivery" d join "Step" s on s."deliveryId" = d.id
      where d."chunkId" = ${chunkId}::uuid and d.status = 'created' and d.gaps > 0 and s."doneAt" is not null and s."gapCode" = any(${[...leavableGaps]}::text[])
      group by 1, 2
    )
    select s.id::text as id, d."recordId"::text as "recordId", d.id::text as "deliveryId", d.reference, s.kind::text as kind, s.subject,
      s."gapCode" as code, coalesce(s."gapMessage", '') as message, alike.n as alike
    from "Delivery" d join "Step" s on s."deliveryId" = d.id
      left join alike on s."doneAt" is not null and alike.code = s."gapCode" and alike.message is not distinct from s."gapMessage"
    where d."chunkId" = ${chunkId}::uuid and d.status = 'created' and d.gaps > 0 and s."gapCode" is not null
      ${after ? Prisma.sql`and s.id > ${after}::uuid` : Prisma.empty}
    order by s.id limit ${size}`;
}

/** All gaps of created clients of a chunk. */
export async function countGaps(db: Db, chunkId: string): Promise<number> {
  const { _sum } = await db.delivery.aggregate({
    where: { chunkId, status: "created", gaps: { gt: 0 } },
    _sum: { gaps: true },
  });
  return _sum.gaps ?? 0;
}

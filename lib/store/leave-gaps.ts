import { leavableGaps } from "../domain/leavable-gap.ts";
import type { Tx } from "./client.ts";

/**
 * A person leaves gaps of created clients as they are: the one named and, if `isAlsoAlike`, all of its chunk that say the same. Each becomes a
 * remark with their words instead of the advice, and is none any more where it is found so again. @returns how many; none when it is closed, sent again, or really missing
 */
export async function leaveGaps(
  tx: Tx,
  { chunkId, stepId, isAlsoAlike }: { chunkId: string; stepId: string; isAlsoAlike: boolean },
  { words, advice }: { words: string; advice: string },
): Promise<number> {
  const [left] = await tx.$queryRaw<{ n: number }[]>`
    with named as (
      select s."gapCode" as code, s."gapMessage" as message from "Step" s join "Delivery" d on d.id = s."deliveryId"
      where s.id = ${stepId}::uuid and d."chunkId" = ${chunkId}::uuid and s."gapCode" = any(${[...leavableGaps]}::text[])
    ), found as (
      select s.id, d.id as "deliveryId" from "Delivery" d join "Step" s on s."deliveryId" = d.id join named on true
      where d."chunkId" = ${chunkId}::uuid and d.status = 'created' and d.gaps > 0 and s."doneAt" is not null
        and s."gapCode" = named.code and s."gapMessage" is not distinct from named.message and (${isAlsoAlike} or s.id = ${stepId}::uuid)
      for update of d
    ), gone as (
      update "Step" s set "gapCode" = null, "gapMessage" = null, "leftGap" = s."gapMessage", remark = concat_ws(' ', s.remark, trim(replace(s."gapMessage", ${advice}, '')), ${words}::text)
      from found where s.id = found.id
    ), fewer as (
      update "Delivery" d set gaps = d.gaps - each.n from (select "deliveryId", count(*)::int as n from found group by 1) each where d.id = each."deliveryId"
    )
    select count(*)::int as n from found`;
  return left?.n ?? 0;
}

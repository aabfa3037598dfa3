import { type Answer, answeredSql, learntSql } from "./answer.ts";
import { type CallTurn, turnSql } from "./call-limit.ts";
import { Prisma } from "./generated/client.ts";
import { layOutSql, type StepPlan } from "./lay-out-steps.ts";
import type { Prepared } from "./prepared.ts";

type Opening = {
  deliveryId: string;
  stepId: string;
  chunkId: string;
  claimedBy: string;
  workerId: string;
  now: Date;
  until: Date;
};

/** `isTurn` is false when another worker took the place in the bucket: nothing was opened, and it is to be asked for anew. */
export type Opened = { attemptId: string | null; isTurn: boolean };

/**
 * Writes down a call before it leaves, and in the same statement its place in Passfort's bucket, where there is one, and what the delivery kept in
 * hand: the answer to the call before it, and before that its steps. It is made sure that the chunk still runs (its row is share-locked: a pause stored before this is seen, a
 * pause stored after this waits for it) and that the claim is ours.
 * @returns without an attempt's id the call must not be made. The answer is written all the same, unless its call was closed meanwhile
 */
export async function openAttempt(
  { ask, askAfter }: Prepared,
  opening: Opening,
  { layout, answer }: { layout: StepPlan | null; answer: Answer | null },
  turn: CallTurn | null,
): Promise<Opened> {
  const { deliveryId, stepId, workerId, now } = opening;
  const isTurn = turn ? Prisma.sql`exists (select 1 from turn)` : Prisma.sql`true`;
  const isOurs = Prisma.sql`d.status = 'sending' and d."claimedBy" = ${opening.claimedBy} and d."claimedUntil" > ${now}
      and exists (select 1 from chunk where chunk.id = d."chunkId") and ${isTurn}`;
  const held = answer
    ? Prisma.sql`${answeredSql(answer)}, held as (
      update "Delivery" d set "claimedUntil" = case when ${isOurs} then ${opening.until} else d."claimedUntil" end, ${learntSql(answer)} from answered
      where d.id = ${deliveryId}::uuid returning d.id, d."chunkId", ${isOurs} as "isOurs"
    )`
    : Prisma.sql`held as (
      update "Delivery" d set "claimedUntil" = ${opening.until}
      where d.id = ${deliveryId}::uuid and ${isOurs} returning d.id, d."chunkId", true as "isOurs"
    )`;
  const statement = Prisma.sql`
    with ${turn ? Prisma.sql`turn as (${turnSql(turn)}),` : Prisma.empty} chunk as (
      select id from "Chunk" where id = ${opening.chunkId}::uuid and status = 'running' for share
    ), ${held}, opened as (
      insert into "Attempt" (id, "deliveryId", "stepId", "chunkId", number, status, "workerId", "openedAt")
      select gen_random_uuid(), held.id, ${stepId}::uuid, held."chunkId",
             (select coalesce(max(number), 0) + 1 from "Attempt" where "stepId" = ${stepId}::uuid), 'open', ${workerId}, ${now}
      from held where held."isOurs"
      returning id
    )
    select (select id::text from opened) as "attemptId", ${isTurn} as "isTurn"`;
  const [opened] = await (layout ? askAfter<Opened>(layOutSql(layout), statement) : ask<Opened>(statement));
  if (!opened) throw new Error("A statement that opens an attempt says what came of it.");
  return opened;
}

/** May a question about this delivery still be asked? Nothing starts after a pause or stop is stored, or after the claim ran out. */
export async function mayStillCall(
  { ask }: Prepared,
  deliveryId: string,
  claimedBy: string,
  now: Date,
): Promise<boolean> {
  const rows = await ask(Prisma.sql`
    select 1 from "Delivery" d join "Chunk" c on c.id = d."chunkId"
    where d.id = ${deliveryId}::uuid and d."claimedBy" = ${claimedBy} and d.status = 'sending' and d."claimedUntil" > ${now} and c.status = 'running'`);
  return rows.length === 1;
}

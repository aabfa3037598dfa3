import type { DeliveryStatus } from "../domain/delivery.ts";
import type { Db } from "./client.ts";
import { leftBySql } from "./left-by.ts";

/** A delivery as a person found it; `generation` and `attempts` tell whether a worker had it in hand since. */
export type Uncertain = {
  id: string;
  status: DeliveryStatus;
  chunkId: string;
  connectionId: string;
  profileId: string | null;
  generation: number;
  attempts: number;
  /** The last uncertain call that Passfort may be at work on left before then. */
  lastLeftBy: Date | null;
  settings: unknown;
  entity: unknown;
};

export type Finding =
  | { kind: "is_it"; profileId: string; applicationId: string | null; applicationStatus: string | null }
  | { kind: "not_there" };

export async function readUncertain(db: Db, deliveryId: string): Promise<Uncertain | null> {
  const [row] = await db.$queryRaw<Uncertain[]>`
    select d.id::text, d.status::text as status, d."chunkId"::text, d."connectionId"::text, d."profileId", d.generation,
      (select count(*) from "Attempt" a where a."deliveryId" = d.id)::int as attempts,
      (select max(${leftBySql}) from "Attempt" a where a."deliveryId" = d.id and a.status = 'uncertain') as "lastLeftBy", c.settings, r.data::json as entity
    from "Delivery" d join "Chunk" c on c.id = d."chunkId" join "Record" r on r.id = d."recordId"
    where d.id = ${deliveryId}::uuid`;
  return row ?? null;
}

const becauseByKind: Record<Finding["kind"], string> = {
  is_it: "a person said which profile in Passfort it is",
  not_there: "a person said that it is not in Passfort, and looking it up found nothing",
};

/**
 * Settles an uncertain delivery as a person found it: through a hand, to where it goes on. In a stopped chunk nothing
 * goes on, so it fails with what is known. A new generation, so that a job already on its way finds nothing to do.
 */
export async function settleUncertain(
  db: Db,
  seen: Uncertain,
  finding: Finding,
  byId: string,
  now: Date,
): Promise<{ word: "queued" | "failed" | "taken" | "changed" }> {
  const isIt = finding.kind === "is_it" ? finding : null;
  const because = becauseByKind[finding.kind];
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Chunk" where id = ${seen.chunkId}::uuid for share`;
    if (isIt) {
      // Two people who give the same profile to two clients wait for each other here.
      await tx.$queryRaw`select 1 from "Connection" where id = ${seen.connectionId}::uuid for update`;
      const other = { connectionId: seen.connectionId, profileId: isIt.profileId, id: { not: seen.id } };
      if (await tx.delivery.findFirst({ where: other, select: { id: true } })) return { word: "taken" };
    }
    const { status } = await tx.chunk.findUniqueOrThrow({ where: { id: seen.chunkId }, select: { status: true } });
    const isStopped = status === "stopping" || status === "stopped";
    const to = isStopped ? "failed" : "queued";
    const failure = isStopped ? stoppedFailures[finding.kind] : null;
    const moved = await tx.$executeRaw`
      with moved as (
        update "Delivery" d set status = ${to}::"DeliveryStatus", "claimedBy" = null, "claimedUntil" = null, tries = 0, generation = d.generation + 1,
          "notBefore" = ${isStopped ? null : now}, "finishedAt" = ${isStopped ? now : null},
          "failureCode" = ${failure?.code ?? null}, "failureMessage" = ${failure?.message ?? null}, "failureField" = null,
          "profileId" = coalesce(${isIt?.profileId ?? null}, d."profileId"), "applicationId" = coalesce(${isIt?.applicationId ?? null}, d."applicationId"),
          "applicationStatus" = coalesce(${isIt?.applicationStatus ?? null}, d."applicationStatus")
        where d.id = ${seen.id}::uuid and d.status = 'uncertain' and d.generation = ${seen.generation}
          and (select count(*) from "Attempt" a where a."deliveryId" = d.id) = ${seen.attempts}
        returning d.id
      ), taken as (
        insert into "Transition" (machine, "subjectId", "from", "to", "byId", because, at)
        select 'delivery', id, 'uncertain', 'sending', ${byId}, 'a person took it in hand', ${now} from moved
      )
      insert into "Transition" (machine, "subjectId", "from", "to", "byId", because, at)
      select 'delivery', id, 'sending', ${to}, ${byId}, ${because}, ${now} from moved`;
    if (moved !== 1) return { word: "changed" };
    if (isIt)
      await tx.step.updateMany({
        where: { deliveryId: seen.id, kind: "create_profile", doneAt: null },
        data: { doneAt: now, resultId: isIt.profileId },
      });
    return { word: to };
  });
}

const stoppedFailures: Record<Finding["kind"], { code: string; message: string }> = {
  is_it: {
    code: "stopped_halfway",
    message:
      "The profile exists in Passfort, but the chunk was stopped before everything that belongs to it was added.",
  },
  not_there: {
    code: "stopped_before",
    message: "It is not in Passfort, and its chunk was stopped before it could be sent again.",
  },
};

import type { AttemptStatus } from "../domain/attempt.ts";
import type { StepKind } from "../domain/delivery.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { leftBySql } from "./left-by.ts";
import type { Prepared } from "./prepared.ts";

export type LaidOutStep = {
  /** Of the step, where it is new. */
  id: string;
  kind: StepKind;
  subject: string;
  recordId?: string | undefined;
  gap?: { code: string; message: string } | undefined;
};

/**
 * A profile that was made with a surprise stays made; every other kind looks first what is there, and so does a profile that was taken over.
 * Whatever is sent again, the client is read back after it.
 */
const isOpenAgain = Prisma.sql`("Step".kind = 'read_back' or "Step"."gapCode" = 'no_application' or ("Step"."gapCode" is not null and "Step".kind not in ('create_profile', 'create_associate')))`;

export type StoredStep = {
  id: string;
  deliveryId: string;
  kind: StepKind;
  subject: string;
  recordId: string | null;
  doneAt: Date | null;
  resultId: string | null;
  gapCode: string | null;
  /** What a person left as it is, and what is said of it. */
  leftGap: string | null;
  remark: string | null;
  /** What its last attempt came to; null: it was never tried. */
  lastAttempt: AttemptStatus | null;
  /** When its last call was answered or given up, or left if its worker died; null: it was never tried. */
  lastTriedAt: Date | null;
  /** Its call left before then, and Passfort may be at work on it; null: it has answered, or there is none. */
  lastLeftBy: Date | null;
};

/** The steps that a delivery in hand is to have. */
export type StepPlan = { deliveryId: string; claimedBy: string; steps: readonly LaidOutStep[] };

/** SQL: writes the steps of a delivery, as `layOutSteps` says. */
export const layOutSql = ({ deliveryId, claimedBy, steps }: StepPlan): Prisma.Sql => Prisma.sql`
    with ours as (
      select d.id from "Delivery" d where d.id = ${deliveryId}::uuid and d."claimedBy" = ${claimedBy} and d.status = 'sending' for update
    ), planned as (
      select * from unnest(
        ${steps.map(({ id }) => id)}::uuid[], ${steps.map(({ kind }) => kind)}::"StepKind"[], ${steps.map(({ subject }) => subject)}::text[], ${steps.map(({ recordId }) => recordId ?? null)}::uuid[],
        ${steps.map(({ gap }) => gap?.code ?? null)}::text[], ${steps.map(({ gap }) => gap?.message ?? null)}::text[]
      ) with ordinality as p("stepId", kind, subject, "recordId", "gapCode", "gapMessage", position), ours
    ), gone as (
      delete from "Step" s using ours where s."deliveryId" = ours.id and not exists (select 1 from planned p where p.kind = s.kind and p.subject = s.subject)
        and not exists (select 1 from "Attempt" a where a."stepId" = s.id)
    ), laid as (
      insert into "Step" (id, "deliveryId", position, kind, subject, "recordId", "gapCode", "gapMessage")
      select p."stepId", p.id, p.position - 1, p.kind, p.subject, p."recordId", p."gapCode", p."gapMessage" from planned p
      on conflict ("deliveryId", kind, subject) do update set position = excluded.position, "recordId" = excluded."recordId",
        "doneAt" = case when ${isOpenAgain} then null else "Step"."doneAt" end,
        "gapCode" = case when "Step"."doneAt" is null or ${isOpenAgain} then excluded."gapCode" else "Step"."gapCode" end,
        "gapMessage" = case when "Step"."doneAt" is null or ${isOpenAgain} then excluded."gapMessage" else "Step"."gapMessage" end
    )
    update "Delivery" d set "isLaidOut" = true from ours where d.id = ours.id`;

/** The steps of a delivery that has none yet, as they will be read once they are written. */
export const laidOutFirst = ({ deliveryId, steps }: StepPlan): StoredStep[] =>
  steps.map(({ id, kind, subject, recordId, gap }) => ({
    ...{ id, deliveryId, kind, subject, recordId: recordId ?? null, gapCode: gap?.code ?? null },
    ...{
      doneAt: null,
      resultId: null,
      leftGap: null,
      remark: null,
      lastAttempt: null,
      lastTriedAt: null,
      lastLeftBy: null,
    },
  }));

/**
 * Writes the steps of a delivery as its chunk has them, in their order. What is done stays done. What was given up is open again, and so is what
 * was done in part, where looking again changes nothing that is there; and the link of an associate that is still to be made. What was never
 * tried and is planned no more goes.
 * @returns the steps of the delivery in their order
 */
export async function layOutSteps({ ask }: Prepared, plan: StepPlan): Promise<StoredStep[]> {
  const { deliveryId, steps } = plan;
  await ask(layOutSql(plan));
  if (steps.some(({ kind }) => kind === "link_associates"))
    await ask(Prisma.sql`
    update "Step" l set "doneAt" = null, "gapCode" = null, "gapMessage" = null
    where l."deliveryId" = ${deliveryId}::uuid and l.kind = 'link_associates' and l."doneAt" is not null
      and exists (select 1 from "Step" c where c."deliveryId" = l."deliveryId" and c.kind = 'create_associate' and c."doneAt" is null and c."gapCode" is null)`);
  return readSteps({ ask }, deliveryId);
}

/** The steps of a delivery in their order. */
export const readSteps = ({ ask }: Pick<Prepared, "ask">, deliveryId: string): Promise<StoredStep[]> =>
  ask<StoredStep>(Prisma.sql`
    select s.id::text, s."deliveryId"::text, s.kind::text as kind, s.subject, s."recordId"::text, s."doneAt", s."resultId", s."gapCode", s."leftGap", s.remark,
      a.status::text as "lastAttempt", coalesce(a."closedAt", a."openedAt") as "lastTriedAt", ${leftBySql} as "lastLeftBy"
    from "Step" s left join lateral (select status, "httpStatus", "openedAt", "closedAt" from "Attempt" where "stepId" = s.id order by number desc limit 1) a on true
    where s."deliveryId" = ${deliveryId}::uuid order by s.position, s.id`);

/** Gives one step up: the client is created, and this is listed as missing. Fenced by the claim. */
export async function giveUpStep(
  db: Db,
  step: { id: string; deliveryId: string },
  claimedBy: string,
  gap: { code: string; message: string },
): Promise<boolean> {
  const moved = await db.$executeRaw`
    update "Step" s set "gapCode" = ${gap.code}, "gapMessage" = ${gap.message.slice(0, 2000)} from "Delivery" d
    where s.id = ${step.id}::uuid and d.id = s."deliveryId" and d."claimedBy" = ${claimedBy} and d.status = 'sending'`;
  return moved === 1;
}

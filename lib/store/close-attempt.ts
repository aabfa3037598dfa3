import { attemptMachine } from "../domain/attempt.ts";
import type { Failure } from "../domain/failure.ts";
import type { Db } from "./client.ts";
import { transition } from "./transition.ts";

/** What a step gave back: ids, a status and what there is to say of it, nothing else. */
export type StepResult = {
  resultId: string;
  /** It was done, but something of it is missing. */
  gap?: { code: string; message: string } | undefined;
  /** Worth knowing, though nothing is missing. Never a value of the client's. */
  remark?: string | undefined;
  profileId?: string;
  applicationId?: string | null;
  applicationStatus?: string | null;
};

type Closing = { attemptId: string; now: Date; durationMs: number };

/** Closes an attempt that did not succeed, with Passfort's own (redacted) words. False: somebody closed it before us. */
export async function closeAttempt(db: Db, failure: Failure, closing: Closing): Promise<boolean> {
  return transition(db, attemptMachine, {
    id: closing.attemptId,
    from: "open",
    to: failure.kind,
    byId: null,
    because: failure.code,
    set: {
      httpStatus: failure.httpStatus ?? null,
      code: failure.code,
      message: failure.message.slice(0, 2000),
      closedAt: closing.now,
      durationMs: Math.round(closing.durationMs),
    },
  });
}

/**
 * Closes an attempt that succeeded together with its step and what was learnt, in one statement: a worker that dies
 * between the two would forget the profile it has just made.
 */
export async function acceptAttempt(
  db: Db,
  step: { id: string; deliveryId: string },
  result: StepResult,
  closing: Closing,
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    with accepted as (
      update "Attempt" set status = 'accepted', "closedAt" = ${closing.now}, "durationMs" = ${Math.round(closing.durationMs)}
      where id = ${closing.attemptId}::uuid and status = 'open' returning id
    ), logged as (
      insert into "Transition" (machine, "subjectId", "from", "to", because, at)
      select 'attempt', id, 'open', 'accepted', 'Passfort answered that it is done', ${closing.now} from accepted
    ), learnt as (
      update "Delivery" d set "profileId" = coalesce(${result.profileId ?? null}, d."profileId"),
        "applicationId" = coalesce(${result.applicationId ?? null}, d."applicationId"),
        "applicationStatus" = coalesce(${result.applicationStatus ?? null}, d."applicationStatus")
      from accepted where d.id = ${step.deliveryId}::uuid
    )
    update "Step" s set "doneAt" = ${closing.now}, "resultId" = ${result.resultId}, "gapCode" = ${result.gap?.code ?? null}, "gapMessage" = ${result.gap?.message ?? null},
      remark = ${result.remark ?? null}
    from accepted where s.id = ${step.id}::uuid
    returning s.id`;
  return rows.length === 1;
}

/** A step found done by looking it up: the lost call had happened after all. */
export async function adoptStep(
  db: Db,
  step: { id: string; deliveryId: string },
  result: StepResult,
  now: Date,
): Promise<void> {
  await db.$transaction([
    db.step.update({
      where: { id: step.id },
      data: {
        doneAt: now,
        resultId: result.resultId,
        gapCode: result.gap?.code ?? null,
        gapMessage: result.gap?.message ?? null,
        remark: result.remark ?? null,
      },
    }),
    db.delivery.update({
      where: { id: step.deliveryId },
      data: {
        profileId: result.profileId,
        applicationId: result.applicationId,
        applicationStatus: result.applicationStatus,
      },
    }),
  ]);
}

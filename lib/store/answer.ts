import { Prisma } from "./generated/client.ts";
import type { Prepared } from "./prepared.ts";

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

/** A step that is done in Passfort, and is to be written down as done. */
export type Answer = {
  step: { id: string; deliveryId: string };
  /** The call that did it; null: it was found done by looking. */
  attemptId: string | null;
  result: StepResult;
  now: Date;
  durationMs: number;
};

/**
 * SQL: the tables `accepted` to `answered` of a statement. The call is closed together with its step and what was learnt (`learntSql`): a worker
 * that dies between the two would forget the profile it has just made. `answered` is empty when somebody closed the call before us, or where
 * `onlyIf` is not so.
 */
export const answeredSql = (
  { step, attemptId, result, now, durationMs }: Answer,
  onlyIf: Prisma.Sql = Prisma.sql`true`,
): Prisma.Sql => Prisma.sql`
    accepted as (
      update "Attempt" set status = 'accepted', "closedAt" = ${now}, "durationMs" = ${Math.round(durationMs)}
      where id = ${attemptId}::uuid and status = 'open' and ${onlyIf} returning id
    ), logged_attempt as (
      insert into "Transition" (machine, "subjectId", "from", "to", because, at)
      select 'attempt', id, 'open', 'accepted', 'Passfort answered that it is done', ${now} from accepted
    ), answered as (
      select 1 where ${onlyIf} and (${attemptId}::uuid is null or exists (select 1 from accepted))
    ), done as (
      update "Step" set "doneAt" = ${now}, "resultId" = ${result.resultId}, "gapCode" = ${result.gap?.code ?? null}, "gapMessage" = ${result.gap?.message ?? null},
        remark = ${result.remark ?? null}
      from answered where "Step".id = ${step.id}::uuid
    )`;

/** SQL: what the delivery `d` learns of an answer. */
export const learntSql = ({ result }: Answer): Prisma.Sql => Prisma.sql`
  "profileId" = coalesce(${result.profileId ?? null}, d."profileId"),
  "applicationId" = coalesce(${result.applicationId ?? null}, d."applicationId"),
  "applicationStatus" = coalesce(${result.applicationStatus ?? null}, d."applicationStatus")`;

/** Writes an answer down by itself, where no call and no end of the delivery follows at once. Written once more, or too late, it changes nothing. */
export async function writeAnswer({ ask }: Prepared, answer: Answer): Promise<void> {
  await ask(Prisma.sql`
    with ${answeredSql(answer)}
    update "Delivery" d set ${learntSql(answer)} from answered where d.id = ${answer.step.deliveryId}::uuid`);
}

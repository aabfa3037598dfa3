import type { AttemptStatus } from "../domain/attempt.ts";
import type { StepKind } from "../domain/delivery.ts";
import type { Db } from "./client.ts";

export type LaidOutStep = {
  id: string;
  deliveryId: string;
  kind: StepKind;
  subject: string;
  doneAt: Date | null;
  /** What its last attempt came to; null: it was never tried. */
  lastAttempt: AttemptStatus | null;
};

/** The steps of a delivery in order, those that are not stored yet laid out in the same statement. What is stored stays as it is. */
export async function layOutSteps(
  db: Db,
  deliveryId: string,
  planned: readonly { kind: StepKind; subject: string }[],
): Promise<LaidOutStep[]> {
  const kinds = planned.map(({ kind }) => kind);
  const subjects = planned.map(({ subject }) => subject);
  return db.$queryRaw<LaidOutStep[]>`
    with laid_out as (
      insert into "Step" (id, "deliveryId", position, kind, subject)
      select gen_random_uuid(), ${deliveryId}::uuid, p.position - 1, p.kind::"StepKind", p.subject
      from unnest(${kinds}::text[], ${subjects}::text[]) with ordinality as p (kind, subject, position)
      where (select count(*) from "Step" where "deliveryId" = ${deliveryId}::uuid) < ${planned.length}
      on conflict do nothing
      returning id, position, kind, subject, "doneAt"
    )
    select s.id::text, ${deliveryId} as "deliveryId", s.kind::text as kind, s.subject, s."doneAt",
      (select a.status::text from "Attempt" a where a."stepId" = s.id order by a.number desc limit 1) as "lastAttempt"
    from (
      select * from laid_out
      union all
      select id, position, kind, subject, "doneAt" from "Step" where "deliveryId" = ${deliveryId}::uuid
    ) as s
    order by s.position`;
}

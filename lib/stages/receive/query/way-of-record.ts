import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { readRecord as contract } from "../../../contracts/records.ts";
import { labelOfStep } from "../../../domain/step-label.ts";
import { sentenceOfDelivery } from "../sentence-of-delivery.ts";

type Reply = ReplyOf<typeof contract>;

/** More than anybody reads on one page. */
const placesMax = 200;

/** The newest delivery of a client with every step and call, and the webhooks about it; null: it was not sent. */
export async function deliveryOf(ctx: SignedInContext, recordId: string) {
  const delivery = await ctx.db.delivery.findFirst({
    where: { recordId },
    orderBy: { queuedAt: "desc" },
    include: {
      chunk: { select: { number: true } },
      steps: { orderBy: { position: "asc" }, include: { attempts: { orderBy: { number: "asc" } } } },
      webhookEvents: { orderBy: { receivedAt: "desc" }, take: 50 },
    },
  });
  if (!delivery) return null;
  const shown: NonNullable<Reply["delivery"]> = {
    id: delivery.id,
    chunkId: delivery.chunkId,
    chunkNumber: delivery.chunk.number,
    status: delivery.status,
    sentence: sentenceOfDelivery(delivery),
    profileId: delivery.profileId,
    // Where the portal shows a profile is published nowhere (API contract §2); a guessed link would lead astray.
    profileUrl: null,
    applicationStatus: delivery.applicationStatus,
    needsPerson: delivery.needsPerson,
    gaps: delivery.gaps,
    steps: delivery.steps.map((step) => ({
      id: step.id,
      kind: step.kind,
      label: labelOfStep(step),
      doneAt: step.doneAt?.toISOString() ?? null,
      gap: step.gapCode === null ? null : { code: step.gapCode, sentence: step.gapMessage ?? "" },
      remark: step.remark,
      attempts: step.attempts.map(({ number, status, httpStatus, code, message, openedAt, durationMs }) => ({
        number,
        status,
        httpStatus,
        code,
        message,
        openedAt: openedAt.toISOString(),
        durationMs,
      })),
    })),
  };
  const webhooks = delivery.webhookEvents.map(({ id, event, status, receivedAt }) => ({
    id,
    event,
    status,
    receivedAt: receivedAt.toISOString(),
  }));
  return { shown, webhooks };
}

/** The steps that made, or were to make, profiles of an associate; the newest first. */
export async function sentAs(ctx: SignedInContext, recordId: string): Promise<Reply["sentAs"]> {
  const steps = await ctx.db.step.findMany({
    where: { recordId, kind: "create_associate" },
    include: { delivery: { select: { recordId: true, reference: true, chunk: { select: { number: true } } } } },
    orderBy: { id: "desc" },
    take: placesMax,
  });
  return steps.map(({ subject, delivery, doneAt, resultId, gapMessage }) => ({
    reference: subject,
    clientId: delivery.recordId,
    clientReference: delivery.reference,
    chunkNumber: delivery.chunk.number,
    doneAt: doneAt?.toISOString() ?? null,
    profileId: resultId,
    gap: gapMessage,
  }));
}

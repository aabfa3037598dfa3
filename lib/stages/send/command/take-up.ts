import type { Context } from "../../../context.ts";
import type { AttemptStatus } from "../../../domain/attempt.ts";
import { type ChunkSettings, chunkSettingsSchema } from "../../../domain/chunk-settings.ts";
import type { StepKind } from "../../../domain/delivery.ts";
import { type Entity, entitySchema } from "../../../domain/entity.ts";
import type { PassfortClient } from "../../../passfort/client.ts";
import { claimDelivery, postponeDelivery } from "../../../store/claim-delivery.ts";
import { openConnection } from "../../../store/open-connection.ts";
import { stepsOf } from "../steps-of.ts";
import { claimMs, type Hand } from "./hand.ts";

export type OpenStep = {
  id: string;
  deliveryId: string;
  kind: StepKind;
  subject: string;
  doneAt: Date | null;
  lastAttempt: AttemptStatus | null;
};

/** A delivery in a worker's hand, with everything its walk needs. */
export type Passage = {
  deliveryId: string;
  chunkId: string;
  connectionId: string;
  claimedBy: string;
  hand: Hand;
  tries: number;
  /** Known from the moment the profile exists. */
  profileId: string | null;
  entity: Entity;
  settings: ChunkSettings;
  steps: OpenStep[];
  passfort: PassfortClient;
};

/** Claims the delivery and lays out its steps. Null: it is not ours to work on. */
export async function takeUp(
  ctx: Context,
  job: { deliveryId: string; generation: number },
  hand: Hand,
): Promise<Passage | null> {
  const now = ctx.clock.now();
  const claimedBy = `${hand.workerId}#${job.generation}`;
  const claimed = await claimDelivery(ctx.db, { ...job, claimedBy, now, until: new Date(now.getTime() + claimMs) });
  if (!claimed) {
    await postponeDelivery(ctx.db, job.deliveryId, job.generation, now);
    return null;
  }
  const settings = chunkSettingsSchema.parse(claimed.settings);
  const connection = await openConnection(ctx, claimed.connectionId);
  if (!connection) throw new Error(`The connection ${claimed.connectionId} of a delivery does not exist.`);
  return {
    deliveryId: claimed.id,
    chunkId: claimed.chunkId,
    connectionId: claimed.connectionId,
    claimedBy,
    hand,
    tries: claimed.tries,
    profileId: claimed.profileId,
    entity: entitySchema.parse(claimed.entity),
    settings,
    steps: await stepsInOrder(ctx, claimed.id, claimed.reference, settings.tags),
    passfort: ctx.passfort(connection),
  };
}

/** The stored steps with what their last attempt came to; laid out at the first time. */
async function stepsInOrder(ctx: Context, deliveryId: string, reference: string, tags: string[]): Promise<OpenStep[]> {
  const read = () =>
    ctx.db.step.findMany({
      where: { deliveryId },
      orderBy: { position: "asc" },
      include: { attempts: { orderBy: { number: "desc" }, take: 1, select: { status: true } } },
    });
  let steps = await read();
  const planned = stepsOf(reference, tags);
  // Fewer are there when it was withdrawn once: only the step that was tried has been kept.
  if (steps.length < planned.length) {
    await ctx.db.step.createMany({
      data: planned.map((step, position) => ({ deliveryId, position, ...step })),
      skipDuplicates: true,
    });
    steps = await read();
  }
  return steps.map(({ attempts, ...step }) => ({ ...step, lastAttempt: attempts[0]?.status ?? null }));
}

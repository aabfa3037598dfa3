import type { Context } from "../../../context.ts";
import { type ChunkSettings, chunkSettingsSchema } from "../../../domain/chunk-settings.ts";
import { type Entity, entitySchema } from "../../../domain/entity.ts";
import type { PassfortClient } from "../../../passfort/client.ts";
import { claimDelivery, postponeDelivery } from "../../../store/claim-delivery.ts";
import { type LaidOutStep, layOutSteps } from "../../../store/lay-out-steps.ts";
import { openConnection } from "../../../store/open-connection.ts";
import { stepsOf } from "../steps-of.ts";
import { claimMs, type Hand } from "./hand.ts";

export type OpenStep = LaidOutStep;

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
    steps: await layOutSteps(ctx.db, claimed.id, stepsOf(claimed.reference, settings.tags)),
    passfort: ctx.passfort(connection),
  };
}

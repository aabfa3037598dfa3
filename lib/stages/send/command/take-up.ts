import { randomUUID } from "node:crypto";
import type { Context } from "../../../context.ts";
import { chunkSettingsSchema } from "../../../domain/chunk-settings.ts";
import { entitySchema } from "../../../domain/entity.ts";
import { unseal } from "../../../seal.ts";
import {
  type ClaimedDelivery,
  claimDelivery,
  postponeDelivery,
  putBackDelivery,
} from "../../../store/claim-delivery.ts";
import type { Db } from "../../../store/client.ts";
import { documentsOf } from "../../../store/documents-of.ts";
import { placesOfClient } from "../../../store/family-places.ts";
import { laidOutFirst, layOutSteps, readSteps, type StoredStep } from "../../../store/lay-out-steps.ts";
import { mayStillCall } from "../../../store/open-attempt.ts";
import { type FamilyDocument, familyDocuments } from "../family-documents.ts";
import { familyTree } from "../family-tree.ts";
import { stepsOf } from "../steps-of.ts";
import { claimMs, type Hand } from "./hand.ts";
import { type Family, type Passage, resultsOf } from "./passage.ts";

/** Claims the delivery and lays out its steps. Null: it is not ours to work on. */
export async function takeUp(
  ctx: Context,
  job: { deliveryId: string; generation: number },
  hand: Hand,
): Promise<Passage | null> {
  // A generation is claimed once, so no two hands ever have the same word, not even in one process.
  const claimedBy = `${hand.workerId}#${job.generation}`;
  const claimed = await claimInTurn(ctx, { ...job, claimedBy }, hand);
  if (!claimed) return null;
  const { chunkId, connectionId, recordId, reference } = claimed;
  const settings = chunkSettingsSchema.parse(claimed.settings);
  const entity = entitySchema.parse(claimed.entity);
  const { entityType } = entity;
  const family = once(async () =>
    entityType === "company" ? readFamily(ctx.db, { chunkId, recordId, reference }) : noFamily,
  );
  const documents = once(async () =>
    claimed.mayHaveDocuments || entityType === "company"
      ? readDocuments(ctx.db, { recordId, reference }, await family())
      : noDocuments,
  );
  const laidOut = async (): Promise<Pick<Passage, "layout"> & { steps: StoredStep[] }> => {
    if (claimed.isLaidOut) return { steps: await readSteps(ctx.prepared, claimed.id), layout: null };
    const planned = stepsOf({
      reference,
      entityType,
      settings,
      note: entity.note,
      isTakenOver: claimed.takesOver !== null,
      family: [...(await family()).companies.values()],
      documents: [...(await documents())].map(([subject, { id, use }]) => ({ subject, id, use })),
    });
    const plan = {
      deliveryId: claimed.id,
      claimedBy,
      steps: planned.map((step) => ({ ...step, id: randomUUID() })),
    };
    if (claimed.hasSteps) return { steps: await layOutSteps(ctx.prepared, plan), layout: null };
    return { steps: laidOutFirst(plan), layout: plan };
  };
  const { steps, layout } = await laidOut();
  const connection = {
    id: connectionId,
    environment: claimed.environment,
    baseUrl: claimed.baseUrl,
    apiKey: unseal(claimed.apiKeySealed, ctx.env.CAUSEWAY_SECRET),
  };
  const gate = { mayPassUntil: 0 };
  return {
    deliveryId: claimed.id,
    chunkId,
    connectionId,
    recordId,
    reference,
    claimedBy,
    hand,
    tries: claimed.tries,
    lookedForAt: claimed.lookedForAt,
    profileId: claimed.profileId,
    applicationId: claimed.applicationId,
    takesOver: claimed.takesOver,
    results: resultsOf(steps),
    tasks: new Map(),
    entity,
    settings,
    steps,
    gate,
    layout,
    answer: null,
    passfort: ctx.passfort(connection, async () => {
      const now = ctx.clock.now();
      const mayPass = now.getTime() <= gate.mayPassUntil;
      gate.mayPassUntil = 0;
      return mayPass || mayStillCall(ctx.prepared, claimed.id, claimedBy, now);
    }),
    family,
    documents,
    bytesOf: (document) => ctx.documents.get(document),
    now: ctx.clock.now,
  };
}

/** A job that finds every place taken waits so long, and looks so often: as long as most families take. */
const patienceMs = 6_000;
const lookEveryMs = 200;

/** The queue lets in no more than may run; only one that was wiped, or a worker that died, makes a job wait here. */
async function claimInTurn(
  ctx: Context,
  claim: { deliveryId: string; generation: number; claimedBy: string },
  hand: Hand,
): Promise<ClaimedDelivery | null> {
  for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
    const now = ctx.clock.now();
    const claimed = await claimDelivery(ctx.prepared, { ...claim, now, until: new Date(now.getTime() + claimMs) });
    if (claimed === null) await postponeDelivery(ctx.db, claim.deliveryId, claim.generation, now);
    if (claimed !== "all_in_hand") return claimed;
    if (waitedMs >= patienceMs) {
      await putBackDelivery(ctx.db, claim.deliveryId, claim.generation, ctx.clock.now());
      return null;
    }
    await hand.wait(lookEveryMs);
  }
}

const noDocuments: ReadonlyMap<string, FamilyDocument> = new Map();
const noFamily: Family = { companies: new Map(), associates: new Map() };

async function readFamily(db: Db, at: { chunkId: string; recordId: string; reference: string }): Promise<Family> {
  const places = await placesOfClient(db, at.chunkId, at.recordId);
  const tree = familyTree(
    at.reference,
    places.map(({ data, ...place }) => ({ ...place, entity: entitySchema.parse(data) })),
  );
  return {
    companies: new Map(tree.map((company) => [company.reference, company])),
    associates: new Map(
      tree.flatMap(({ associates }) => associates.map((associate) => [associate.reference, associate] as const)),
    ),
  };
}

/** Documents of associates that are not sent stay behind with them. */
async function readDocuments(
  db: Db,
  client: { recordId: string; reference: string },
  family: Family,
): Promise<Map<string, FamilyDocument>> {
  const owners = [client, ...[...family.associates.values()].filter(({ isReady }) => isReady)];
  const documentsByRecord = await documentsOf(
    db,
    owners.map(({ recordId }) => recordId),
  );
  return familyDocuments(owners, documentsByRecord);
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}

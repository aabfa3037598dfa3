import type { AttemptStatus } from "../../../domain/attempt.ts";
import type { ChunkSettings } from "../../../domain/chunk-settings.ts";
import type { StepKind } from "../../../domain/delivery.ts";
import type { Entity } from "../../../domain/entity.ts";
import type { PassfortClient } from "../../../passfort/client.ts";
import type { RemoteTask } from "../../../passfort/remote-task.ts";
import type { FamilyAssociate, FamilyCompany } from "../family-tree.ts";
import type { Hand } from "./hand.ts";

export type OpenStep = {
  id: string;
  deliveryId: string;
  kind: StepKind;
  subject: string;
  recordId: string | null;
  doneAt: Date | null;
  gapCode: string | null;
  lastAttempt: AttemptStatus | null;
};

/** The family of a delivery by the references of its profiles. */
export type Family = {
  companies: ReadonlyMap<string, FamilyCompany>;
  associates: ReadonlyMap<string, FamilyAssociate>;
};

/** A delivery in a worker's hand, with everything its walk needs. */
export type Passage = {
  deliveryId: string;
  chunkId: string;
  connectionId: string;
  recordId: string;
  reference: string;
  claimedBy: string;
  hand: Hand;
  tries: number;
  /** The client's own, known from the moment it exists. */
  profileId: string | null;
  /** Those of its associates, by reference. */
  associateIds: Map<string, string>;
  /** Tasks of companies as they were answered, by reference; a company that was linked since is asked anew. */
  tasks: Map<string, RemoteTask[]>;
  entity: Entity;
  settings: ChunkSettings;
  steps: OpenStep[];
  /** Every call asks whether the chunk still runs and the claim is still held. */
  passfort: PassfortClient;
  /** The call whose attempt was just opened need not ask again. */
  gate: { mayPass: boolean };
  /** Read once, when a step asks for it. */
  family(): Promise<Family>;
};

/** The step before made it: a tag without a profile is a bug, not an outcome. */
export function profileOf(passage: Passage): string {
  if (!passage.profileId) throw new Error(`Delivery ${passage.deliveryId} has a step for a profile that is not known.`);
  return passage.profileId;
}

/** The profile of one of the family, by reference; null: it does not exist, or not yet. */
export const profileIdOf = (passage: Passage, reference: string): string | null =>
  reference === passage.reference ? passage.profileId : (passage.associateIds.get(reference) ?? null);

export const stepOf = (passage: Passage, kind: StepKind, subject: string): OpenStep | undefined =>
  passage.steps.find((step) => step.kind === kind && step.subject === subject);

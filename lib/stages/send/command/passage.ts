import type { ChunkSettings } from "../../../domain/chunk-settings.ts";
import type { StepKind } from "../../../domain/delivery.ts";
import type { Entity } from "../../../domain/entity.ts";
import type { PassfortClient } from "../../../passfort/client.ts";
import type { RemoteTask } from "../../../passfort/remote-task.ts";
import type { Answer } from "../../../store/answer.ts";
import type { StepPlan, StoredStep } from "../../../store/lay-out-steps.ts";
import type { FamilyDocument } from "../family-documents.ts";
import type { FamilyAssociate, FamilyCompany } from "../family-tree.ts";
import type { Hand } from "./hand.ts";

/** Its result is remembered by the passage. */
export type OpenStep = Omit<StoredStep, "resultId">;

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
  /** When the step whose call was lost was looked up last, and was not there; null: it was not. */
  lookedForAt: Date | null;
  /** The client's own, known from the moment it exists. */
  profileId: string | null;
  applicationId: string | null;
  /** A profile that existed before and is this client, as a person decided: none is created. */
  takesOver: string | null;
  /** What Passfort gave back for the steps that are done, by kind and subject: ids of profiles, files, checks. */
  results: Map<string, string>;
  /** Tasks of companies as they were answered, by reference; a company that was linked since is asked anew. */
  tasks: Map<string, RemoteTask[]>;
  entity: Entity;
  settings: ChunkSettings;
  steps: OpenStep[];
  now(): Date;
  /** Every call asks whether the chunk still runs and the claim is still held. */
  passfort: PassfortClient;
  /** The call whose attempt was just opened need not ask again, until then (ms since 1970). */
  gate: { mayPassUntil: number };
  /** Its steps, if they are not written yet: they are, with the first call. */
  layout: StepPlan | null;
  /** What Passfort answered last, if it is not written down yet: it is, with the next call or with the end of this delivery. */
  answer: Answer | null;
  /** Read once, when a step asks for it. */
  family(): Promise<Family>;
  /** The documents of everybody in it, by the subject of their steps. */
  documents(): Promise<ReadonlyMap<string, FamilyDocument>>;
  bytesOf(document: FamilyDocument): AsyncIterable<Uint8Array>;
};

/** The step before made it: a tag without a profile is a bug, not an outcome. */
export function profileOf(passage: Passage): string {
  if (!passage.profileId) throw new Error(`Delivery ${passage.deliveryId} has a step for a profile that is not known.`);
  return passage.profileId;
}

/** The profile of one of the family, by reference; null: it does not exist, or not yet. */
export const profileIdOf = (passage: Passage, reference: string): string | null =>
  reference === passage.reference ? passage.profileId : resultOf(passage, "create_associate", reference);

const keyOf = (kind: StepKind, subject: string) => `${kind} ${subject}`;

/** What Passfort gave back for a step; null: it is not done. */
export const resultOf = (passage: Passage, kind: StepKind, subject: string): string | null =>
  passage.results.get(keyOf(kind, subject)) ?? null;

export const rememberResult = (passage: Passage, { kind, subject }: OpenStep, resultId: string): void =>
  void passage.results.set(keyOf(kind, subject), resultId);

/** The results of steps read from their rows. */
export const resultsOf = (
  steps: readonly { kind: StepKind; subject: string; doneAt: Date | null; resultId: string | null }[],
): Map<string, string> =>
  new Map(
    steps.flatMap(({ kind, subject, doneAt, resultId }) =>
      doneAt && resultId ? [[keyOf(kind, subject), resultId] as const] : [],
    ),
  );

export const stepOf = (passage: Passage, kind: StepKind, subject: string): OpenStep | undefined =>
  passage.steps.find((step) => step.kind === kind && step.subject === subject);

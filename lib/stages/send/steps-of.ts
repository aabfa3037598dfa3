import type { StepKind } from "../../domain/delivery.ts";
import { referenceTagOf } from "../../domain/reference-tag.ts";

export type PlannedStep = { kind: StepKind; subject: string };

/**
 * What must come to be in Passfort for one client, in order: the profile with its application, then its unique reference
 * tag at once (only a tag can be searched for, API contract §10), then the tags of the plan.
 */
export function stepsOf(reference: string, tags: readonly string[]): PlannedStep[] {
  const names = new Set([referenceTagOf(reference), ...tags]);
  return [
    { kind: "create_profile", subject: "" },
    ...[...names].map((subject): PlannedStep => ({ kind: "add_tag", subject })),
  ];
}

import type { StepKind } from "../../domain/delivery.ts";
import { referenceTagOf } from "../../domain/reference-tag.ts";
import type { FamilyCompany } from "./family-tree.ts";

/** `gap`: it is known beforehand that it will not be sent, and why. */
export type PlannedStep = {
  kind: StepKind;
  subject: string;
  recordId?: string;
  gap?: { code: string; message: string };
};

/**
 * What must come to be in Passfort for one family, in order: the profile with its application, then its unique reference tag at once (only a tag
 * can be searched for, API contract §10); company by company from the top down, because an associate company gets the tasks its own
 * associates are linked for only by being linked itself (§4.3.7): the profiles of its associates, then one write that links them all; then
 * the tags of the plan.
 */
export function stepsOf(
  reference: string,
  tags: readonly string[],
  family: readonly FamilyCompany[] = [],
): PlannedStep[] {
  const names = new Set([referenceTagOf(reference), ...tags]);
  const [unique, ...others] = [...names].map((subject): PlannedStep => ({ kind: "add_tag", subject }));
  return [
    { kind: "create_profile", subject: "" },
    ...(unique ? [unique] : []),
    ...family.flatMap(stepsOfCompany),
    ...others,
  ];
}

function stepsOfCompany({ reference, associates }: FamilyCompany): PlannedStep[] {
  return [
    ...associates.map(
      (associate): PlannedStep => ({
        kind: "create_associate",
        subject: associate.reference,
        recordId: associate.recordId,
        ...(associate.isReady ? {} : { gap: notReady }),
      }),
    ),
    ...(associates.some(({ isReady }) => isReady)
      ? [{ kind: "link_associates", subject: reference } satisfies PlannedStep]
      : []),
  ];
}

export const notReady = {
  code: "not_ready",
  message: "It has errors, so it was not sent. Correct it in the review; it then leaves with a correction chunk.",
};

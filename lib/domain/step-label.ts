import type { StepKind } from "./delivery.ts";

/** What a step brings about, in words. */
export function labelOfStep(step: { kind: StepKind; subject: string }): string {
  const labels: Record<StepKind, string> = {
    create_profile: "Create the profile with its application",
    add_tag: `Add the tag “${step.subject}”`,
    create_associate: `Create the profile of associate ${step.subject}`,
    link_associates: `Link the associates of ${step.subject}`,
  };
  return labels[step.kind];
}

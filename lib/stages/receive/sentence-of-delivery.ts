import type { DeliveryStatus, StepKind } from "../../domain/delivery.ts";

type Shown = { status: DeliveryStatus; failureMessage: string | null; tries: number };

/** Where a client's delivery stands, in one sentence. */
export function sentenceOfDelivery(delivery: Shown): string {
  const why = delivery.failureMessage ? ` ${delivery.failureMessage}` : "";
  const sentences: Record<DeliveryStatus, string> = {
    queued: delivery.tries > 0 ? `Waiting for its next try.${why}` : "Waiting for its turn.",
    sending: "Being sent to Passfort at this moment.",
    created: "Created in Passfort with everything that belongs to it.",
    uncertain: `A write left and no answer came back, so it is looked up before anything is sent again.${why}`,
    failed: `Not done, and may be sent again.${why}`,
    refused: `Passfort will not take this data.${why}`,
    withdrawn: "Never sent: its chunk was stopped before it left.",
  };
  return sentences[delivery.status];
}

export function labelOfStep(step: { kind: StepKind; subject: string }): string {
  const labels: Record<StepKind, string> = {
    create_profile: "Create the profile with its application",
    add_tag: `Add the tag “${step.subject}”`,
  };
  return labels[step.kind];
}

import type { DeliveryStatus } from "../../domain/delivery.ts";

type Shown = {
  status: DeliveryStatus;
  failureMessage: string | null;
  tries: number;
  gaps: number;
  takesOver: string | null;
};

/** Where a client's delivery stands, in one sentence. */
export function sentenceOfDelivery(delivery: Shown): string {
  const why = delivery.failureMessage ? ` ${delivery.failureMessage}` : "";
  const made =
    delivery.takesOver === null
      ? "Created in Passfort"
      : "Taken over: its profile existed in Passfort, and none was created. It stands there";
  const sentences: Record<DeliveryStatus, string> = {
    queued: delivery.tries > 0 ? `Waiting for its next try.${why}` : "Waiting for its turn.",
    sending: "Being sent to Passfort at this moment.",
    created:
      delivery.gaps === 0
        ? `${made} with everything that belongs to it.`
        : `${made} with ${delivery.gaps === 1 ? "one gap" : `${delivery.gaps} gaps`}: what is missing or differs is listed below and can be sent again alone.`,
    uncertain: `A write left and no answer came back, so it is looked up before anything is sent again.${why}`,
    failed: `Not done, and may be sent again.${why}`,
    refused: `Passfort will not take this data.${why}`,
    withdrawn: "Never sent: its chunk was stopped before it left.",
  };
  return sentences[delivery.status];
}

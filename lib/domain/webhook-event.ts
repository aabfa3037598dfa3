import { type StatusOf, stateMachine } from "./state-machine.ts";

/** A knock from Passfort, stored. */
export const webhookEventMachine = stateMachine({
  name: "webhook event",
  statuses: ["received", "matched", "ignored", "unmatched"],
  initial: "received",
  edges: [
    { from: "received", to: "matched", when: "Its profile is one of ours; the present remote state was read." },
    { from: "received", to: "ignored", when: "It is an event that changes nothing we keep." },
    { from: "received", to: "unmatched", when: "No delivery has this profile yet." },
    { from: "unmatched", to: "matched", when: "The delivery it belongs to learnt its profile id." },
    { from: "unmatched", to: "ignored", when: "It was never ours: made in the portal, or by another system." },
  ],
});
export type WebhookEventStatus = StatusOf<typeof webhookEventMachine>;

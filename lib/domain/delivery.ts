import { type StatusOf, stateMachine } from "./state-machine.ts";

/** One family's passage to one connection. */
export const deliveryMachine = stateMachine({
  name: "delivery",
  statuses: ["queued", "sending", "created", "uncertain", "failed", "refused", "withdrawn"],
  initial: "queued",
  edges: [
    { from: "queued", to: "sending", when: "A worker takes it up." },
    { from: "sending", to: "created", when: "Its profile and everything that belongs to it exist in Passfort." },
    {
      from: "sending",
      to: "queued",
      when: "It is put down before its next call: throttled, unreachable, paused, or its worker died between calls.",
    },
    { from: "sending", to: "uncertain", when: "A write left and no answer came back; it must be looked up." },
    {
      from: "sending",
      to: "failed",
      when: "It is known not to be done and the tries are used up; it may be sent again.",
    },
    { from: "sending", to: "refused", when: "Passfort will not take this data." },
    { from: "uncertain", to: "sending", when: "A worker looks it up in Passfort." },
    { from: "failed", to: "queued", when: "A person sends it again." },
    { from: "queued", to: "withdrawn", when: "The chunk is stopped before it left." },
    { from: "withdrawn", to: "queued", when: "A later chunk, approved anew, takes the client up again." },
  ],
});
export type DeliveryStatus = StatusOf<typeof deliveryMachine>;

export const stepKinds = ["create_profile", "add_tag"] as const;
export type StepKind = (typeof stepKinds)[number];

/** Calls a delivery may make for transient trouble before it is called failed. */
export const triesMax = 6;

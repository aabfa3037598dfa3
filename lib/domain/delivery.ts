import { type StatusOf, stateMachine } from "./state-machine.ts";

/** One family's passage to one connection. */
export const deliveryMachine = stateMachine({
  name: "delivery",
  statuses: ["queued", "sending", "created", "uncertain", "failed", "refused", "withdrawn"],
  initial: "queued",
  edges: [
    { from: "queued", to: "sending", when: "A worker takes it up." },
    {
      from: "sending",
      to: "created",
      when: "Its profile exists in Passfort with everything that belongs to it, or with gaps that are listed.",
    },
    {
      from: "sending",
      to: "queued",
      when: "It is put down before its next call: throttled, unreachable, paused, or its worker died between calls.",
    },
    {
      from: "sending",
      to: "uncertain",
      when: "A write left and no answer came back; it must be, or is still to be, looked up.",
    },
    {
      from: "sending",
      to: "failed",
      when: "It is known not to be done and the tries are used up; it may be sent again.",
    },
    { from: "sending", to: "refused", when: "Passfort will not take this data." },
    { from: "uncertain", to: "sending", when: "A worker looks it up in Passfort." },
    { from: "failed", to: "queued", when: "A person sends it again." },
    { from: "created", to: "queued", when: "A person, or a correction chunk approved anew, sends its gaps again." },
    { from: "refused", to: "queued", when: "A correction chunk, approved anew, takes the corrected client up again." },
    { from: "queued", to: "withdrawn", when: "The chunk is stopped before it left." },
    { from: "withdrawn", to: "queued", when: "A later chunk, approved anew, takes the client up again." },
  ],
});
export type DeliveryStatus = StatusOf<typeof deliveryMachine>;

/** What must come to be in Passfort for one family; one Step row each. */
export const stepKinds = [
  "create_profile",
  "add_tag",
  "create_associate",
  "link_associates",
  "upload_file",
  "upload_image",
  "add_document",
  "add_note",
  "complete_task",
  "run_check",
  "await_check",
  "approve",
  "read_back",
] as const;
export type StepKind = (typeof stepKinds)[number];

/** Without these there is no client in Passfort. Whatever else does not come to be is a gap of a created client. */
export const essentialSteps: readonly StepKind[] = ["create_profile"];

/** Calls a delivery may make for transient trouble before it is called failed, or the step a gap. */
export const triesMax = 6;

import { type StatusOf, stateMachine } from "./state-machine.ts";

/** One API call for a step, opened (and committed) before the request leaves. */
export const attemptMachine = stateMachine({
  name: "attempt",
  statuses: ["open", "accepted", "refused", "throttled", "unreachable", "uncertain", "halted"],
  initial: "open",
  edges: [
    { from: "open", to: "accepted", when: "Passfort answered that it is done." },
    { from: "open", to: "refused", when: "Passfort will not take this data." },
    { from: "open", to: "throttled", when: "Passfort asked us to wait; nothing was done." },
    { from: "open", to: "unreachable", when: "The call certainly did not happen." },
    {
      from: "open",
      to: "uncertain",
      when: "The call may have happened: the answer was lost, or the worker died waiting for it.",
    },
    { from: "open", to: "halted", when: "The key or the account is not usable: a person must act first." },
  ],
});
export type AttemptStatus = StatusOf<typeof attemptMachine>;

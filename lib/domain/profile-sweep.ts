import { type StatusOf, stateMachine } from "./state-machine.ts";

/** A walk over all profiles that a connection's key may see, before a migration's first chunk (API contract §10.4). It only reads. */
export const profileSweepMachine = stateMachine({
  name: "profile sweep",
  statuses: ["running", "done", "failed", "stopped", "void"],
  initial: "running",
  edges: [
    {
      from: "running",
      to: "done",
      when: "Every profile was listed, and every client that could be one of them compared.",
    },
    { from: "running", to: "failed", when: "Passfort refused, or did not answer for too long; the reason is kept." },
    { from: "running", to: "stopped", when: "A person stopped it." },
    { from: "done", to: "void", when: "The panel got another secret, and what was seen is known by the old one only." },
  ],
});
export type ProfileSweepStatus = StatusOf<typeof profileSweepMachine>;

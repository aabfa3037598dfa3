import { type StatusOf, stateMachine } from "./state-machine.ts";

/** A trial of one Passfort account with made-up people. It is run once: what was cut off is asked for anew by a person. */
export const smokeRunMachine = stateMachine({
  name: "smoke run",
  statuses: ["queued", "running", "finished", "interrupted"],
  initial: "queued",
  edges: [
    { from: "queued", to: "running", when: "A worker took it up." },
    { from: "running", to: "finished", when: "Every step has its result, good or bad." },
    {
      from: "running",
      to: "interrupted",
      when: "Its worker ended in the middle; it is never taken up again by itself.",
    },
  ],
});
export type SmokeRunStatus = StatusOf<typeof smokeRunMachine>;

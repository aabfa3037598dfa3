import { type StatusOf, stateMachine } from "./state-machine.ts";

/** Readiness of a record: may it leave for Passfort? Rows with errors never leave. */
export const readinessMachine = stateMachine({
  name: "record readiness",
  statuses: ["unchecked", "ready", "invalid", "excluded"],
  initial: "unchecked",
  edges: [
    { from: "unchecked", to: "ready", when: "Every rule passed, or left warnings only." },
    { from: "unchecked", to: "invalid", when: "At least one rule found an error." },
    { from: "ready", to: "unchecked", when: "The mapping changed; the record is checked again." },
    { from: "invalid", to: "unchecked", when: "The mapping changed; the record is checked again." },
    {
      from: "ready",
      to: "invalid",
      when: "The book around it changed: a record that doubles it came in or was taken back in.",
    },
    {
      from: "invalid",
      to: "ready",
      when: "The book around it changed: the record that doubled it is left out or gone.",
    },
    { from: "ready", to: "excluded", when: "A person leaves it out, with a reason." },
    { from: "invalid", to: "excluded", when: "A person leaves it out, with a reason." },
    { from: "excluded", to: "unchecked", when: "A person takes it back in; it is checked again." },
  ],
});
export type Readiness = StatusOf<typeof readinessMachine>;

/** What a list of records is narrowed to: one readiness, or whoever is not left out, as causes count them. */
export const readinessFilters = [...readinessMachine.statuses, "included"] as const;
export type ReadinessFilter = (typeof readinessFilters)[number];

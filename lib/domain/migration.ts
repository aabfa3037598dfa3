import { type StatusOf, stateMachine } from "./state-machine.ts";

/** One client book moving to Passfort. What a person must do next is derived from the facts, never stored. */
export const migrationMachine = stateMachine({
  name: "migration",
  statuses: ["preparing", "migrating", "completed", "abandoned"],
  initial: "preparing",
  edges: [
    { from: "preparing", to: "migrating", when: "The first chunk is launched." },
    { from: "migrating", to: "completed", when: "Every client is accounted for and the report is signed off." },
    { from: "preparing", to: "abandoned", when: "The firm decides not to migrate this book." },
    {
      from: "migrating",
      to: "abandoned",
      when: "The firm stops the migration for good; what was created stays in Passfort.",
    },
  ],
});
export type MigrationStatus = StatusOf<typeof migrationMachine>;

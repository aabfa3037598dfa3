import { expect, test } from "vitest";
import { attemptMachine } from "./attempt.ts";
import { chunkMachine } from "./chunk.ts";
import { deliveryMachine } from "./delivery.ts";
import { documentBundleMachine } from "./document-bundle.ts";
import { migrationMachine } from "./migration.ts";
import { readinessMachine } from "./record.ts";
import { smokeRunMachine } from "./smoke-run.ts";
import { sourceFileMachine } from "./source-file.ts";
import { finalStatusesOf, type StateMachine } from "./state-machine.ts";
import { webhookEventMachine } from "./webhook-event.ts";

const machines: StateMachine<string>[] = [
  migrationMachine,
  sourceFileMachine,
  readinessMachine,
  chunkMachine,
  deliveryMachine,
  attemptMachine,
  webhookEventMachine,
  smokeRunMachine,
  documentBundleMachine,
];
/** Statuses that are an end although an edge leaves them: a person may take the matter up again. */
const restingPlaces: Record<string, string[]> = {
  "record readiness": ["ready", "invalid", "excluded"],
  chunk: ["finished"],
  delivery: ["failed"],
};

const reachableFrom = (machine: StateMachine<string>, start: string) => {
  const seen = new Set([start]);
  for (const status of seen) for (const edge of machine.edges) if (edge.from === status) seen.add(edge.to);
  return seen;
};

test.each(machines.map((machine) => [machine.name, machine] as const))(
  "every status of the %s machine can be reached from its first",
  (_, machine) => {
    expect([...reachableFrom(machine, machine.initial)].sort()).toEqual([...machine.statuses].sort());
  },
);

test.each(machines.map((machine) => [machine.name, machine] as const))(
  "every status of the %s machine can come to an end",
  (_, machine) => {
    const ends = [...finalStatusesOf(machine), ...(restingPlaces[machine.name] ?? [])];
    for (const status of machine.statuses)
      expect([...reachableFrom(machine, status)].some((reached) => ends.includes(reached))).toBe(true);
  },
);

test.each(machines.map((machine) => [machine.name, machine] as const))(
  "every edge of the %s machine is there once and says when it happens",
  (_, machine) => {
    const edges = machine.edges.map((edge) => `${edge.from} > ${edge.to}`);
    expect(new Set(edges).size).toBe(edges.length);
    for (const edge of machine.edges) expect(edge.when).toMatch(/^[A-Z].{10,}\.$/);
  },
);

test("what is created or refused leaves again only through the queue, by an act of a person", () => {
  const from = (status: string) => deliveryMachine.edges.filter((edge) => edge.from === status);
  expect([...from("created"), ...from("refused")].map(({ to }) => to)).toEqual(["queued", "queued"]);
});

test("a lost answer can only be looked up: no edge leads from uncertain back into the queue", () => {
  expect(deliveryMachine.edges.filter((edge) => edge.from === "uncertain").map((edge) => edge.to)).toEqual(["sending"]);
});

test("nothing runs that was not approved", () => {
  expect(
    chunkMachine.edges
      .filter((edge) => edge.to === "running")
      .map((edge) => edge.from)
      .sort(),
  ).toEqual(["approved", "finished", "paused"]);
});

test("a smoke run that was cut off is never taken up again", () => {
  expect(finalStatusesOf(smokeRunMachine).sort()).toEqual(["finished", "interrupted"]);
});

import { expect, test } from "vitest";
import type { ShownDelivery, ShownRecord } from "./record.ts";
import { standingOf } from "./standing-of.ts";

const delivery = (status: ShownDelivery["status"], profileId: string | null = null) =>
  ({ status, profileId }) as ShownDelivery;
const sent = (doneAt: string | null) => ({ doneAt }) as ShownRecord["sentAs"][number];

test("a client stands where its delivery is, and without one where its readiness is", () => {
  expect(standingOf({ readiness: "ready", delivery: null, sentAs: [] })).toBe("ready");
  expect(standingOf({ readiness: "invalid", delivery: delivery("refused"), sentAs: [] })).toBe("refused");
  expect(standingOf({ readiness: "ready", delivery: delivery("created", "p"), sentAs: [] })).toBe("created");
});

test("a client that a person left out after it had failed stands as excluded; one that has a profile never does", () => {
  for (const status of ["refused", "failed", "withdrawn"] as const)
    expect(standingOf({ readiness: "excluded", delivery: delivery(status), sentAs: [] })).toBe("excluded");
  expect(standingOf({ readiness: "excluded", delivery: delivery("failed", "p"), sentAs: [] })).toBe("failed");
});

test("an associate stands as created when every profile that it was to get is there", () => {
  const at = "2026-11-23T09:00:00Z";
  expect(standingOf({ readiness: "ready", delivery: null, sentAs: [sent(at), sent(at)] })).toBe("created");
  expect(standingOf({ readiness: "ready", delivery: null, sentAs: [sent(at), sent(null)] })).toBe("ready");
});

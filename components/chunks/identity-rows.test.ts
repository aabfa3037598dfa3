import { expect, test } from "vitest";
import { deliveryMachine } from "#lib/domain/delivery.ts";
import { identityRows, notCreatedOf, settledOf } from "./identity-rows.ts";

const deliveries = { queued: 5, sending: 2, created: 90, uncertain: 1, failed: 3, refused: 4, withdrawn: 7 };

test("every delivery status is a part of the identity, and the parts add up to the clients", () => {
  const rows = identityRows(deliveries);
  expect(rows.map((row) => row.status)).toEqual([...deliveryMachine.statuses]);
  expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(112);
});

test("an uncertain client is not settled, a withdrawn one is", () => {
  expect(settledOf(deliveries)).toBe(90 + 3 + 4 + 7);
});

test("failed, refused and uncertain clients need a look; withdrawn ones were meant", () => {
  expect(notCreatedOf(deliveries)).toBe(8);
});

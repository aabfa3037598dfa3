import { expect, test } from "vitest";
import { jobIdOf, jobs } from "./jobs.ts";

const id = "0199a1b2-0000-7000-8000-000000000001";

test("a job id holds no colon and changes with the generation", () => {
  const first = jobIdOf("deliver", { deliveryId: id, generation: 1 });
  const second = jobIdOf("deliver", { deliveryId: id, generation: 2 });
  expect(first).not.toContain(":");
  expect(second).not.toBe(first);
});

test("a job refuses to carry anything but where to look", () => {
  expect(jobs.deliver.payload.safeParse({ deliveryId: id, generation: 1, name: "Olivia" }).success).toBe(false);
});

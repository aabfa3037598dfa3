import { expect, test } from "vitest";
import { QueueDown, withinMs } from "./queue-down.ts";

test("a queue that never answers is told to the caller in time, in a sentence", async () => {
  await expect(withinMs(20, () => new Promise(() => {}))).rejects.toThrow(QueueDown);
});

test("an answer in time comes through", async () => {
  await expect(withinMs(1000, async () => 7)).resolves.toBe(7);
});

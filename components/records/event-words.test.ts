import { expect, test } from "vitest";
import { eventWords } from "./event-words.ts";

test("an event reads as a sentence, known or not", () => {
  expect(eventWords("PRODUCT_STATUS_CHANGED")).toBe("Product status changed");
  expect(eventWords("")).toBe("");
});

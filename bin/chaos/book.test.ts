import { expect, test } from "vitest";
import { badDaysOf } from "./bad-days.ts";
import { chaosBook } from "./book.ts";

test("a tenth of the book are companies, each with two or three associates, and every reference is its own", () => {
  const book = chaosBook(7, 200);
  expect(book.references).toHaveLength(200);
  expect(new Set(book.references).size).toBe(200);
  expect(book.associatesByCompany.size).toBe(20);
  expect([...new Set(book.associatesByCompany.values())].toSorted()).toEqual([2, 3]);
});

test("the same seed gives the same book and the same bad days", () => {
  expect(chaosBook(7, 50)).toEqual(chaosBook(7, 50));
  expect(badDaysOf(7)).toEqual(badDaysOf(7));
  expect(badDaysOf(8)).not.toEqual(badDaysOf(7));
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { searchHeader, searchOf } from "./search-header.ts";

test("whatever a person searches for arrives as it was typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (words) => {
      expect(searchOf(new Headers(searchHeader(words)))).toEqual({ search: words.toWellFormed() });
    }),
  );
});

test("no words are no header, and a header that cannot be read is no search", () => {
  expect(searchHeader("")).toEqual({});
  expect(searchHeader(undefined)).toEqual({});
  expect(searchOf(new Headers({ "x-search": "%" }))).toEqual({});
});

import { expect, test } from "vitest";
import { documentFilterOf, documentsHref } from "./documents-href.ts";

test("the filter of the documents stands in the address, and is read from it again", () => {
  const filter = { list: "surplus", search: "C-1 & co" } as const;
  const href = documentsHref("m", filter);
  expect(href).toMatch(/^\/migrations\/m\/documents\?list=surplus&search=find-\d+$/);
  expect(documentFilterOf(new URL(href, "http://x").searchParams)).toEqual(filter);
});

test("a word that is no list is passed over", () => {
  expect(documentFilterOf(new URLSearchParams("list=everything"))).toEqual({ list: "matched", search: "" });
  expect(documentsHref("m")).toBe("/migrations/m/documents");
});

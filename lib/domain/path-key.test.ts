import fc from "fast-check";
import { expect, test } from "vitest";
import { nameKeyOf, ownerTokensOf, pathKeyOf } from "./path-key.ts";

test.each([
  ["C:\\Docs\\Pass.PDF", "docs/pass.pdf"],
  ["./a//b.pdf", "a/b.pdf"],
  ["/srv/scans/b.pdf ", "srv/scans/b.pdf"],
  ["STRASSE ÄÖ.pdf", "strasse äö.pdf"],
])("the path %s is compared as %s", (path, key) => {
  expect(pathKeyOf(path)).toBe(key);
});

test("capitals and ways to write an accent make no difference, and a key is its own key", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const key = pathKeyOf(name.normalize("NFD"));
      expect(pathKeyOf(name.normalize("NFC"))).toBe(key);
      expect(pathKeyOf(key)).toBe(key);
      expect(nameKeyOf(key).includes("/")).toBe(false);
    }),
  );
});

test("what may be a reference begins a folder or the name, and ends where another word begins", () => {
  expect(ownerTokensOf("Clients/C-1001_Example/pass.pdf")).toEqual([
    "Clients",
    "C-1001_Example",
    "C-1001",
    "C",
    "pass",
  ]);
  expect(ownerTokensOf("10024.pdf")).toEqual(["10024"]);
  expect(ownerTokensOf("KD 7 (alt)/x.y.pdf")).toEqual(["KD 7 (alt)", "KD 7 (alt", "KD 7", "KD", "x.y", "x"]);
});

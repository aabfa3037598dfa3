import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test.each([
  ["\u00a0Ann\u00a0Smith ", "Ann Smith"],
  ["\u3000 1-000000\u3000", "1-000000"],
  ["\ufeffAnn\u200b", "Ann"],
  ["Ann\t\n Smith", "Ann Smith"],
  ["👩\u200d👧", "👩\u200d👧"],
])("%j becomes %j", (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test("plain text stays as it is, and cleaning twice is cleaning once", () => {
  const tidy = fc.array(fc.stringMatching(/^[A-Za-zÀ-ÿ0-9.,'-]+$/), { minLength: 1 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), tidy, (text, plain) => {
      expect(plainText(plainText(text))).toBe(plainText(text));
      expect(plainText(plain)).toBe(plain);
    }),
  );
});

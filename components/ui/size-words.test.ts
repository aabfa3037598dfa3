import { expect, test } from "vitest";
import { sizeWords } from "./size-words.ts";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1000, "1 kB"],
  [1234, "1.2 kB"],
  [136_900_000, "137 MB"],
  [999_600, "1 MB"],
  [2 ** 31, "2.1 GB"],
])("%d bytes are told as %s", (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

import { expect, test } from "vitest";
import { endingSentences } from "./ending-sentences.ts";

const none = { queued: 0, sending: 0, created: 0, uncertain: 0, failed: 0, refused: 0, withdrawn: 0 };

test("a chunk without a loss is told in one sentence", () => {
  expect(endingSentences({ ...none, created: 1200 }, 0)).toEqual(["All 1,200 clients were created in Passfort."]);
});

test("every end that somebody came to is told, and no other", () => {
  const sentences = endingSentences({ ...none, created: 97, refused: 1, failed: 2 }, 0);
  expect(sentences).toHaveLength(3);
  expect(sentences[1]).toContain("2 clients failed");
  expect(sentences[2]).toContain("1 client refused");
});

test("clients that were created with gaps are told beside the others", () => {
  expect(endingSentences({ ...none, created: 4 }, 1)).toEqual([
    "All 4 clients were created in Passfort.",
    "1 created client with gaps: what is missing is listed below.",
  ]);
});

import { expect, test } from "vitest";
import { readyForWords } from "./ready-for-words.ts";

test("a client is ready for both tracks, for one, or for neither; an associate is not asked", () => {
  const words = (...readyFor: Parameters<typeof readyForWords>[0]["readyFor"]) =>
    readyForWords({ role: "client", readyFor });
  expect(words("full_onboarding", "limited_compliance")).toBe("both tracks");
  expect(words("limited_compliance")).toBe("limited only");
  expect(words()).toBe("neither track");
  expect(readyForWords({ role: "associate", readyFor: [] })).toBe("");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { triesMax } from "../../domain/delivery.ts";
import type { Ending } from "./ending.ts";
import { settlingOf } from "./settling-of.ts";

const failure = { code: "x", message: "m" };
const unreachable: Ending = {
  word: "unreachable",
  failure: { kind: "unreachable", ...failure },
  stillUncertain: false,
};

test("being asked to wait uses up no try and never fails a client", () => {
  const ending: Ending = {
    word: "throttled",
    failure: { kind: "throttled", retryAfterMs: 41_000, ...failure },
    stillUncertain: false,
  };
  expect(settlingOf(ending, triesMax + 5, 0.5)).toMatchObject({
    to: "queued",
    tries: triesMax + 5,
    comeAgainMs: 41_000,
    failure: null,
  });
});

test("a client that cannot be reached fails after its last try, not before", () => {
  expect(settlingOf(unreachable, triesMax - 2, 0.5).to).toBe("queued");
  expect(settlingOf(unreachable, triesMax - 1, 0.5).to).toBe("failed");
});

test("a document that could not be read from where files lie is not called Passfort's silence", () => {
  const ending: Ending = {
    word: "unreachable",
    failure: { kind: "unreachable", code: "storage_away", message: "The bucket “books” does not answer." },
    stillUncertain: false,
  };
  expect(settlingOf(unreachable, 0, 0.5).because).toBe("Passfort was not reached");
  expect(settlingOf(ending, 0, 0.5).because).toBe("The storage of files was not reached");
});

test("what may have happened stays uncertain, whatever stops the look-up and however often", () => {
  const lookUpStopped = fc.constantFrom<Ending>(
    { word: "unreachable", failure: { kind: "unreachable", ...failure }, stillUncertain: true },
    { word: "halted", failure: { kind: "halted", ...failure }, stillUncertain: true },
    { word: "throttled", failure: { kind: "throttled", retryAfterMs: 1, ...failure }, stillUncertain: true },
    { word: "uncertain", failure: { kind: "uncertain", ...failure } },
    { word: "ambiguous", profileIds: ["a", "b"] },
  );
  fc.assert(
    fc.property(
      lookUpStopped,
      fc.nat(50),
      (ending, tries) => void expect(settlingOf(ending, tries, 0.5).to).toBe("uncertain"),
    ),
  );
});

test("a refusal keeps Passfort's own words and field", () => {
  const ending: Ending = {
    word: "refused",
    failure: { kind: "refused", code: "201", message: "Not a country", field: "nationality" },
  };
  expect(settlingOf(ending, 0, 0)).toMatchObject({
    to: "refused",
    comeAgainMs: null,
    failure: { code: "201", message: "Not a country", field: "nationality" },
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { smokeResults } from "../../domain/smoke-step.ts";
import { addressIn, changedParts, filledParts } from "./address-parts.ts";
import { secondsWords } from "./finding.ts";
import { madeUpOf, smokeWordOf } from "./made-up.ts";
import { sentenceOfRun } from "./sentence-of-run.ts";

const runId = "0199a1b2-0000-7000-8000-00000000c0de";

test("everybody a run makes bears its word, and says in the name that they are made up", () => {
  const { individual, freeform, associate, company } = madeUpOf(runId);
  for (const { familyName } of [individual, freeform, associate]) expect(familyName).toBe("Smoketest 00C0DE");
  expect(company.name).toBe("Causeway Smoketest 00C0DE Ltd");
});

test("the reference of the individual is in none of the names and tags that search looks through", () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const { individual, company, tags } = madeUpOf(id);
      const searched = [individual.familyName, company.name, tags.all, tags.own].join(" ").toLowerCase();
      expect(searched).not.toContain((individual.reference ?? "").toLowerCase());
    }),
  );
});

test("two runs have two words, as far as ids differ where ids of one second differ", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (one, other) => {
      fc.pre(one.slice(-6) !== other.slice(-6));
      expect(smokeWordOf(one)).not.toBe(smokeWordOf(other));
    }),
  );
});

test("an address that comes back in other letters, or with more parts, is the same address", () => {
  const read = {
    type: "STRUCTURED",
    route: "EXAMPLE  street",
    locality: "London",
    original_freeform_address: "1, Example",
  };
  expect(changedParts({ route: "Example Street", locality: "London" }, read)).toEqual([]);
  expect(changedParts({ route: "Example Street", postal_code: "N1 1AA" }, read)).toEqual(["postal_code"]);
  expect(filledParts({ ...read, county: "" })).toEqual(["route", "locality"]);
});

test.each([null, {}, { address_history: [] }, { address_history: [{}] }, "text"])(
  "data without an address has none: %j",
  (data) => {
    expect(addressIn(data)).toBeNull();
  },
);

test("a finished run counts every step once", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...smokeResults), { minLength: 1, maxLength: 17 }), (results) => {
      const sentence = sentenceOfRun({ status: "finished", word: "X", results, isWorkerHeard: true });
      const [proved, , ...others] = [...sentence.matchAll(/\d+/g)].map(([digits]) => Number(digits));
      expect([proved, ...others].reduce((sum = 0, count = 0) => sum + count, 0)).toBe(results.length);
    }),
  );
});

test("a run that waits says when nobody is there to begin it", () => {
  const waiting = { status: "queued", word: "X", results: [] } as const;
  expect(sentenceOfRun({ ...waiting, isWorkerHeard: true })).toBe("Waiting for a worker to take it up.");
  expect(sentenceOfRun({ ...waiting, isWorkerHeard: false })).toMatch(/^No worker/);
});

test.each([
  [0, "under a second"],
  [1000, "1 second"],
  [2140, "2.1 seconds"],
  [60_000, "60 seconds"],
])("%i ms are %s", (ms, words) => {
  expect(secondsWords(ms)).toBe(words);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldOf } from "#lib/domain/field.ts";
import { mappingProblem } from "#lib/stages/map/mapping-problem.ts";
import { columnsFeeding, sharedFields, sharingsFor, withAnswer, withRule, withShared } from "./draft-rules.ts";
import { type Answer, bodyOf, type Draft } from "./mapping-draft.ts";

const feeds = (field: string): Extract<Answer, { kind: "mapped" }> => ({ kind: "mapped", field, transforms: [] });
const draft = (...answers: Answer[]): Draft => ({ answers, constants: [] });

test("a second column joins behind the first, and the order can be changed", () => {
  const joined = withShared(draft(feeds("familyName"), { kind: "open" }), 1, feeds("familyName"), "joined");
  expect(joined.rules).toEqual([{ field: "familyName", order: [0, 1], take: "joined", separator: " " }]);
  const [rule] = sharedFields(joined);
  if (!rule) throw new Error("The rule is gone.");
  expect(withRule(joined, { ...rule, order: [1, 0] }).rules?.[0]?.order).toEqual([1, 0]);
});

test("a column that takes a field alone leaves the other one open, or with what else it feeds", () => {
  const alone = withShared(draft(feeds("familyName"), { kind: "open" }), 1, feeds("familyName"), "alone");
  expect(alone.answers).toEqual([{ kind: "open" }, feeds("familyName")]);
  const both: Answer = { ...feeds("familyName"), also: [{ field: "reference", transforms: [] }] };
  expect(withShared(draft(both, { kind: "open" }), 1, feeds("familyName"), "alone").answers[0]).toEqual(
    feeds("reference"),
  );
});

test("dates and countries are never written behind each other", () => {
  for (const key of ["dateOfBirth", "nationality", "phone", "gender", "email"]) {
    const field = fieldOf("individual", key);
    expect(field && sharingsFor(field)).not.toContain("joined");
  }
});

test("whatever a person answers, each field of several columns has one rule that names each of them once", () => {
  const columns = 4;
  const answer = fc.oneof(
    fc.constant<Answer>({ kind: "open" }),
    fc.constant<Answer>({ kind: "ignored" }),
    fc.constantFrom("familyName", "title", "reference").map(feeds),
  );
  const act = fc.record({
    column: fc.nat(columns - 1),
    answer,
    sharing: fc.constantFrom("joined", "first_filled", "alone"),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      let now = draft(...Array.from({ length: columns }, (): Answer => ({ kind: "open" })));
      for (const { column, answer: next, sharing } of acts) {
        const isTaken = next.kind === "mapped" && columnsFeeding(now, next.field).some((other) => other !== column);
        now = isTaken ? withShared(now, column, next, sharing) : withAnswer(now, column, next);
      }
      const names = Array.from({ length: columns }, (_, at) => `c${at}`);
      expect(mappingProblem(bodyOf(now), names, { kind: "clients", entityType: "individual" })).toBeUndefined();
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { changedFieldsOf, collisionsOf, isSameJson } from "./changed-fields.ts";

const collisions = (before: unknown, ours: unknown, now: unknown) =>
  collisionsOf(changedFieldsOf(before, ours), before, now);

test.each<[string, unknown, unknown, unknown, string[]]>([
  ["two fields of one object", { a: 1 }, { a: 1, b: 2 }, { a: 3 }, []],
  ["one field, two values", { a: { b: 1 } }, { a: { b: 2 } }, { a: { b: 3 } }, ["a.b"]],
  ["one field, one value", { a: 1 }, { a: 2 }, { a: 2 }, []],
  ["a field we take away and they change", { a: 1 }, {}, { a: 2 }, ["a"]],
  ["a field we change and they take away", { a: 1 }, { a: 2 }, {}, ["a"]],
  ["two entries at the end of one list", { a: [1] }, { a: [1, 2] }, { a: [1, 3] }, []],
  ["two people who begin the same list", {}, { o: { d: [1] } }, { o: { d: [2] } }, []],
  ["two people who begin the same object", {}, { o: { d: 1 } }, { o: { e: 2 } }, []],
  ["an entry we change and they change", { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, { a: [{ b: 3 }] }, ["a[0].b"]],
  ["a list we shorten and they lengthen", { a: [1, 2] }, { a: [1] }, { a: [1, 2, 3] }, ["a"]],
  ["a value we make of what they made an object", { a: 1 }, { a: 2 }, { a: { b: 1 } }, ["a"]],
])("%s collide exactly where a person must decide", (_what, before, ours, now, fields) => {
  expect(collisions(before, ours, now)).toEqual(fields);
});

const json = fc.jsonValue({ maxDepth: 3 });

test("where nobody else wrote there is never a collision, and where they wrote the same neither", () => {
  fc.assert(
    fc.property(json, json, (before, ours) => {
      expect(collisions(before, ours, before)).toEqual([]);
      expect(collisions(before, ours, ours)).toEqual([]);
    }),
  );
});

test("what is the same as JSON has no changed field, whatever the order of its keys", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), (object) => {
      const turned = Object.fromEntries(Object.entries(object).reverse());
      expect(isSameJson(object, turned)).toBe(true);
      expect(changedFieldsOf(object, turned)).toEqual([]);
    }),
  );
});

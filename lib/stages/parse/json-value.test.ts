import fc from "fast-check";
import { expect, test } from "vitest";
import { readJsonValue } from "./json-value.ts";

function cellsOf(text: string): Record<string, string> {
  const cells: Record<string, string> = {};
  readJsonValue(text, {
    onCell(name, value) {
      cells[name] = value;
    },
    onDuplicate() {},
  });
  return cells;
}

test("a list of associates under the name of their role becomes numbered columns; any other list stays as it is written", () => {
  expect(
    cellsOf(
      '{"name":"Alder","directors":[{"name":"Ann","born":{"on":"1980"}},{"name":"Bo"}],"tags":[{"a":1}],"shareholders":[1,{"b":2}],"ubos":[]}',
    ),
  ).toEqual({
    name: "Alder",
    "directors.1.name": "Ann",
    "directors.1.born.on": "1980",
    "directors.2.name": "Bo",
    tags: '[{"a":1}]',
    shareholders: '[1,{"b":2}]',
    ubos: "[]",
  });
  expect(cellsOf(`{"company":{"directors":[${'{"a":1},'.repeat(50)}{"a":1}]}}`)).toEqual({
    "company.directors": expect.stringMatching(/^\[\{"a":1\},/),
  });
});

test("every member of every associate is a cell of its own, whatever they are called", () => {
  const member = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string(), { minKeys: 1, noNullPrototype: true });
  fc.assert(
    fc.property(fc.array(member, { minLength: 1, maxLength: 12 }), (directors) => {
      const wanted = directors.flatMap((each, at) =>
        Object.entries(each).map(([key, value]) => [`directors.${at + 1}.${key}`, value]),
      );
      expect(cellsOf(JSON.stringify({ directors }, null, 1))).toEqual(Object.fromEntries(wanted));
    }),
  );
});

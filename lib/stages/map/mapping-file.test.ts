import fc from "fast-check";
import { expect, test } from "vitest";
import { portableOf } from "../../domain/portable-mapping.ts";
import { readMappingFile } from "./mapping-file.ts";

const about = { sourceSystem: "Old books", kind: "clients", entityType: "individual" } as const;
const good = {
  name: "People",
  ...portableOf(
    {
      assignments: [
        { column: 0, field: "reference", transforms: [{ kind: "trim" }] },
        { column: 1, field: "dateOfBirth", transforms: [{ kind: "date", format: "DD/MM/YYYY" }] },
      ],
      constants: [{ field: "address.country", value: "GB" }],
    },
    ["Id", "DOB"],
    about,
  ),
};
const sentenceOf = (document: unknown): string => {
  const reading = readMappingFile(document);
  return reading.ok ? "taken" : reading.sentence;
};
const withMapping = (mapping: object) => ({ ...good, mapping: { ...good.mapping, ...mapping } });

test("a mapping that was downloaded is read as it was", () => {
  expect(readMappingFile(JSON.parse(JSON.stringify(good)))).toEqual({ ok: true, file: good });
});

test.each<[what: string, document: unknown, sentence: RegExp]>([
  ["something that is no mapping", { hello: 1 }, /It is no mapping/],
  ["a list", [good], /It is no mapping/],
  [
    "a format to come",
    { ...good, format: "causeway-mapping/2" },
    /“causeway-mapping\/2”; this panel reads causeway-mapping\/1/,
  ],
  ["no name", { ...good, name: "" }, /In “name”/],
  ["an unknown kind of rows", { ...good, entityType: "boat" }, /In “entityType”/],
  ["a member beside the known ones", { ...good, owner: "x" }, /owner/],
  [
    "a column by its number",
    withMapping({ assignments: [{ column: 1, field: null, transforms: [] }] }),
    /named by the number 1/,
  ],
  [
    "a column that is not listed",
    withMapping({ assignments: [{ column: { header: "Tel" }, field: null, transforms: [] }] }),
    /uses “Tel”, which is not among its “columns”/,
  ],
  [
    "a step that does not exist",
    withMapping({ assignments: [{ column: { header: "Id" }, field: "title", transforms: [{ kind: "run_code" }] }] }),
    /In “mapping, assignments, number 1, transforms, number 1/,
  ],
  [
    "a part of a newer panel",
    withMapping({ assignments: [{ column: { header: "Id" }, field: "title", transforms: [], novelty: 1 }] }),
    /a part that this panel does not know: “mapping, assignments, number 1, novelty”/,
  ],
  ["a member of a newer panel", withMapping({ novelties: [] }), /does not know: “mapping, novelties”/],
  [
    "a date without its format",
    withMapping({ assignments: [{ column: { header: "DOB" }, field: "dateOfBirth", transforms: [] }] }),
    /Choose the date format of column “DOB”/,
  ],
  [
    "a constant that is no country",
    withMapping({ constants: [{ field: "address.country", value: "Narnia" }] }),
    /“Narnia”/,
  ],
  ["characters that no database keeps", withMapping({ constants: [{ field: "title", value: "\u0000" }] }), /no text/],
])("%s is refused as a whole, in a sentence that says what is wrong", (_, document, sentence) => {
  expect(sentenceOf(document)).toMatch(/^This file cannot be taken in\. /);
  expect(sentenceOf(document)).toMatch(sentence);
});

test("whatever is uploaded, the answer is a sentence and never a fault", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom("mapping", "columns", "name", "entityType"), (value, member) => {
      expect(sentenceOf(value)).toMatch(/^This file/);
      expect(sentenceOf({ ...good, [member]: value })).toMatch(/^(This file|taken)/);
      expect(sentenceOf(withMapping({ assignments: value }))).toMatch(/^(This file|taken)/);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { MappingBody, Transform } from "./mapping.ts";
import { mappingDifferences } from "./mapping-difference.ts";
import { mappingInWords } from "./mapping-words.ts";
import { type PortableMapping, portableOf } from "./portable-mapping.ts";
import { isSameJson } from "./same-json.ts";
import { arbitraryBody } from "./test-mapping.ts";

const about = { sourceSystem: "Old books", kind: "clients", entityType: "individual" } as const;
const trim = { kind: "trim" } as const;
const director = { of: 1, label: "Director 1", entityType: "individual", list: "directors" } as const;
const headers = ["Id", "DOB", "Country", "Tel"];
const bodyWith = (
  field: string | null,
  transforms: Transform[] = [],
  more: Partial<MappingBody> = {},
  column = 1,
): MappingBody => ({ assignments: [{ column, field, transforms }], constants: [], ...more });
const said = (before: MappingBody, after: MappingBody, [was, is] = [headers, headers]) =>
  mappingDifferences(portableOf(before, was, about), portableOf(after, is, about));

test("a mapping does not differ from itself", () => {
  fc.assert(
    fc.property(arbitraryBody(headers.length), (body) => {
      expect(said(body, structuredClone(body))).toEqual([]);
    }),
  );
});

test("two mappings that are not the same differ in words, whatever it is that differs", () => {
  fc.assert(
    fc.property(arbitraryBody(4), arbitraryBody(4), (before, after) => {
      fc.pre(!isSameJson(before, after));
      expect(said(before, after).length).toBeGreaterThan(0);
    }),
  );
});

test("each thing that is changed is told, also among others that stay", () => {
  const changes: { name: string; change: (body: MappingBody) => MappingBody; tells: RegExp }[] = [
    {
      name: "an answer",
      change: (body) => ({
        ...body,
        assignments: [
          ...body.assignments.filter(({ column }) => column !== 3),
          { column: 3, field: "website", transforms: [] },
        ],
      }),
      tells: /“Tel”.*“?Website“?/,
    },
    {
      name: "a constant",
      change: (body) => ({
        ...body,
        constants: [
          ...body.constants.filter(({ field }) => field !== "gender"),
          { field: "gender", value: "twelve letters" },
        ],
      }),
      tells: /“twelve letters” as Gender/,
    },
    {
      name: "a rule",
      change: (body) => ({
        ...body,
        rules: [
          ...(body.rules ?? []).filter(({ field }) => field !== "title"),
          { field: "title", order: [0, 3], take: "joined", separator: "~~~~" },
        ],
      }),
      tells: /By a rule.*Title comes from “Id” and “Tel”, joined by “~~~~”/,
    },
    {
      name: "what tells people from companies",
      change: (body) => ({ ...body, kindBy: { column: 2, individual: ["twelve letters"], company: [] } }),
      tells: /“Country” tells people \(“twelve letters”\)/,
    },
  ];
  fc.assert(
    fc.property(arbitraryBody(4), fc.constantFrom(...changes), (body, { change, tells }) => {
      expect(said(body, change(body)).filter((sentence) => tells.test(sentence))).toHaveLength(1);
    }),
  );
});

test.each<[what: string, before: MappingBody, after: MappingBody, sentence: string]>([
  [
    "a column that was ignored",
    bodyWith(null),
    bodyWith("dateOfBirth", [trim, { kind: "date", format: "DD/MM/YYYY" }]),
    "“DOB” was ignored and now becomes Date of birth (dates as DD/MM/YYYY).",
  ],
  [
    "a column that is ignored now",
    bodyWith("dateOfBirth"),
    bodyWith(null),
    "“DOB” became Date of birth and is now ignored on purpose.",
  ],
  ["another field", bodyWith("title"), bodyWith("gender"), "“DOB” became Title and now becomes Gender."],
  [
    "a date format",
    bodyWith("dateOfBirth", [{ kind: "date", format: "DD/MM/YYYY" }]),
    bodyWith("dateOfBirth", [{ kind: "date", format: "MM/DD/YYYY" }]),
    "“DOB” (Date of birth): dates are read as MM/DD/YYYY instead of DD/MM/YYYY.",
  ],
  [
    "a line of a value map",
    bodyWith("address.country", [{ kind: "values", pairs: [{ from: "UK", to: "GB" }], otherwise: "keep" }], {}, 2),
    bodyWith("address.country", [{ kind: "values", pairs: [{ from: "uk ", to: "GBR" }], otherwise: "keep" }], {}, 2),
    "“Country” (Address country): the value map now turns “uk ” into “GBR” instead of “GB”.",
  ],
  [
    "a step that was added",
    bodyWith("familyName", [trim]),
    bodyWith("familyName", [trim, { kind: "title_case" }]),
    "“DOB” (Family name): the step “capital at each word” was added.",
  ],
  [
    "a step that was taken out",
    bodyWith("familyName", [trim, { kind: "when", condition: { column: 3, test: "is", values: ["a", "b"] } }]),
    bodyWith("familyName", [trim]),
    "“DOB” (Family name): the step “only where “Tel” is “a” or “b”” was taken out.",
  ],
  [
    "the order of steps",
    bodyWith("familyName", [{ kind: "upper_case" }, { kind: "title_case" }]),
    bodyWith("familyName", [{ kind: "title_case" }, { kind: "upper_case" }]),
    "“DOB” (Family name): the steps are applied in another order: capital at each word, then upper case.",
  ],
  [
    "a constant",
    bodyWith(null, [], { constants: [{ field: "address.country", value: "GB" }] }),
    bodyWith(null, [], { constants: [{ field: "address.country", value: "DE" }] }),
    "Every row now gets “DE” as Address country instead of “GB”.",
  ],
  [
    "a constant of an associate",
    bodyWith(null, [], { constants: [{ of: 1, field: "address.country", value: "GB" }], associates: [director] }),
    bodyWith(null, [], { constants: [{ of: 1, field: "address.country", value: "DE" }], associates: [director] }),
    "Every “Director 1” now gets “DE” as Address country instead of “GB”.",
  ],
  [
    "a constant of an associate that was taken out",
    bodyWith(null, [], { constants: [{ of: 1, field: "address.country", value: "GB" }], associates: [director] }),
    bodyWith(null, [], { associates: [director] }),
    "No longer every “Director 1” gets “GB” as Address country.",
  ],
  [
    "a column that tells what an associate is",
    bodyWith(null, [], { associates: [director] }),
    bodyWith(null, [], {
      associates: [{ ...director, kindBy: { column: 3, individual: ["P"], company: ["C", "D"] } }],
    }),
    "“Director 1” (associate 1) is a person unless “Tel” tells otherwise (people: “P”; companies: “C” or “D”) among the directors. Before: “Director 1” (associate 1) is a person among the directors.",
  ],
])("%s is told in a sentence", (_, before, after, sentence) => {
  expect(said(before, after)).toEqual([sentence]);
});

test("a column that is new, gone, moved or called otherwise is told, and a new one in front moves nothing", () => {
  const one = bodyWith("dateOfBirth", [], {}, 1);
  expect(
    said(one, bodyWith("dateOfBirth", [], {}, 1), [
      ["a", "DOB"],
      ["a", "DOB", "b"],
    ]),
  ).toEqual(["“b” is new; it has no answer."]);
  expect(said(one, bodyWith("dateOfBirth", [], {}, 0), [["a", "DOB"], ["DOB"]])).toEqual([
    "“a” is gone; it had no answer.",
  ]);
  expect(
    said(one, bodyWith("dateOfBirth", [], {}, 0), [
      ["a", "DOB"],
      ["DOB", "a"],
    ]),
  ).toEqual(["The columns stand in another order, from “DOB” on."]);
  expect(
    said(one, bodyWith("title", [], {}, 1), [
      ["a", "DOB"],
      ["a", "Born"],
    ]),
  ).toEqual(["“Born” is new; it becomes Title.", "“DOB” is gone; it became Date of birth."]);
  expect(
    said(one, bodyWith("dateOfBirth", [], {}, 1), [
      ["a", "DOB"],
      ["a", "Born"],
    ]),
  ).toEqual(["“DOB” is now called “Born”; it becomes Date of birth, as before."]);
});

test("associates of a row are told by their names, and each that changes is told", () => {
  const named: MappingBody = {
    ...bodyWith("familyName", []),
    assignments: [{ column: 1, of: 1, field: "familyName", transforms: [] }],
    associates: [director],
  };
  expect(mappingInWords(portableOf(named, headers, about))).toMatchObject({
    columns: [{}, { becomes: ["Family name of “Director 1”"] }, {}, {}],
    everywhere: ["“Director 1” (associate 1) is a person among the directors."],
  });
  expect(said(bodyWith("familyName"), named)).toEqual([
    "“DOB” became Family name and now becomes Family name of “Director 1”.",
    "Each row has an associate more: “Director 1” (associate 1) is a person among the directors.",
  ]);
  expect(said(named, { ...named, associates: [{ ...director, list: null }] })).toEqual([
    "“Director 1” (associate 1) is a person, in the role that a column says. Before: “Director 1” (associate 1) is a person among the directors.",
  ]);
});

test("a member that has no words of its own yet is told as it is written", () => {
  const plain = portableOf(bodyWith(null), headers, about);
  const more: PortableMapping = { ...plain, mapping: { ...plain.mapping, later: [{ a: 1 }] } };
  expect(mappingDifferences(plain, more)).toEqual(['“later” was nothing and is now [{"a":1}].']);
});

test("a mapping is read in words, column by column", () => {
  const body = bodyWith("dateOfBirth", [trim, { kind: "date", format: "DD.MM.YY", latestYear: 2010 }], {
    constants: [{ field: "address.country", value: "DE" }],
  });
  const words = mappingInWords(
    portableOf(
      { ...body, assignments: [...body.assignments, { column: 3, field: null, transforms: [] }] },
      headers,
      about,
    ),
  );
  expect(words.columns).toEqual([
    { column: "“Id”", answer: "open", becomes: [] },
    {
      column: "“DOB”",
      answer: "mapped",
      becomes: ["Date of birth (dates as DD.MM.YY, two digits mean a year up to 2010)"],
    },
    { column: "“Country”", answer: "open", becomes: [] },
    { column: "“Tel”", answer: "ignored", becomes: [] },
  ]);
  expect(words.everywhere).toEqual(["Address country is “DE” in every row."]);
  const ofDirector = bodyWith(null, [], {
    constants: [{ of: 1, field: "nationality", value: "NO" }],
    associates: [director],
  });
  expect(mappingInWords(portableOf(ofDirector, headers, about)).everywhere[0]).toBe(
    "Nationality is “NO” for every “Director 1”.",
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { placesOf } from "./column-name.ts";
import { type MappingBody, mappingBodySchema } from "./mapping.ts";
import { bodyAt } from "./placed-mapping.ts";
import { holdsColumns, portableMappingSchema, portableOf } from "./portable-mapping.ts";
import { arbitraryBody, arbitraryHeaders } from "./test-mapping.ts";

const about = { sourceSystem: "Old books", kind: "clients", entityType: "individual" } as const;
const trim = { kind: "trim" } as const;

test("whatever a mapping says, it says the same when it comes back to the same columns", () => {
  fc.assert(
    fc.property(
      arbitraryHeaders.chain((headers) => fc.tuple(fc.constant(headers), arbitraryBody(headers.length))),
      ([headers, body]) => {
        const stored: unknown = JSON.parse(JSON.stringify(portableOf(body, headers, about)));
        const back = bodyAt(portableMappingSchema.parse(stored), placesOf(headers));
        expect(back).toEqual({ body, notTaken: [] });
      },
    ),
  );
});

test("a mapping finds its columns by their names, wherever they stand and however often a header comes", () => {
  const body: MappingBody = {
    assignments: [
      { column: 0, field: "reference", transforms: [trim] },
      {
        column: 2,
        field: "familyName",
        transforms: [{ kind: "when", condition: { column: 1, test: "filled", values: [] } }],
      },
    ],
    constants: [],
  };
  const portable = portableOf(body, ["Id", "Name", "Name"], about);
  expect(portable.mapping.assignments).toEqual([
    { column: { header: "Id" }, field: "reference", transforms: [trim] },
    {
      column: { header: "Name", occurrence: 2 },
      field: "familyName",
      transforms: [{ kind: "when", condition: { column: { header: "Name" }, test: "filled", values: [] } }],
    },
  ]);
  const { body: moved } = bodyAt(portable, placesOf(["New", "Name", "Id", "Name"]));
  expect(moved.assignments.map(({ column, field }) => [column, field])).toEqual([
    [2, "reference"],
    [3, "familyName"],
  ]);
});

test("a cell whose condition looks at a column that is gone is not taken at all, and that is told", () => {
  const answer = {
    column: 1,
    field: "phone",
    transforms: [{ kind: "when" as const, condition: { column: 0, test: "is" as const, values: ["yes"] } }],
  };
  const portable = portableOf({ assignments: [answer], constants: [] }, ["May call", "Tel"], about);
  const { body, notTaken } = bodyAt(portable, placesOf(["Tel"]));
  expect(body.assignments).toEqual([]);
  expect(notTaken).toEqual([
    { member: "assignments", part: expect.objectContaining({ field: "phone" }), missing: [{ header: "May call" }] },
  ]);
});

test("a rule goes on with the columns that are left, and ends when only one is", () => {
  const body: MappingBody = {
    assignments: [0, 1, 2].map((column) => ({ column, field: "address.text", transforms: [] })),
    constants: [],
    rules: [{ field: "address.text", order: [2, 0, 1], take: "joined", separator: "; " }],
  };
  const portable = portableOf(body, ["a", "b", "c"], about);
  expect(bodyAt(portable, placesOf(["a", "c"])).body.rules).toEqual([
    { field: "address.text", order: [1, 0], take: "joined", separator: "; " },
  ]);
  expect(bodyAt(portable, placesOf(["c"])).body.rules).toEqual([]);
});

test("columns that were joined in the order of their file are joined in that order in a file that has another", () => {
  const body: MappingBody = {
    assignments: [0, 1].map((column) => ({ column, field: "address.route", transforms: [] })),
    constants: [],
  };
  const portable = portableOf(body, ["Number", "Street"], about);
  expect(bodyAt(portable, placesOf(["Street", "Number"])).body.rules).toEqual([
    { field: "address.route", order: [1, 0], take: "joined", separator: " " },
  ]);
  expect(bodyAt(portable, placesOf(["New", "Number", "Street"])).body.rules).toBeUndefined();
});

test("columns of associates are left as they are when they stand in another order: a rule is for the row's own record", () => {
  const body: MappingBody = {
    assignments: [
      { column: 0, field: "givenNames", transforms: [] },
      { column: 1, of: 1, field: "givenNames", transforms: [] },
    ],
    constants: [],
    associates: [{ of: 1, label: "Director 1", entityType: "individual", list: "directors" }],
  };
  const portable = portableOf(body, ["Own", "Director"], about);
  expect(bodyAt(portable, placesOf(["Director", "Own"])).body).toMatchObject({ associates: body.associates });
  expect(bodyAt(portable, placesOf(["Director", "Own"])).body.rules).toBeUndefined();
});

test("an associate whose kind a column tells is not taken by a file without this column, nor what is said of it; that is told", () => {
  const owner = { of: 1, label: "Owner 1", entityType: "individual", list: "shareholders" } as const;
  const body: MappingBody = {
    assignments: [{ column: 0, of: 1, field: "familyName", transforms: [] }],
    constants: [{ of: 1, field: "nationality", value: "NO" }],
    associates: [{ ...owner, kindBy: { column: 1, individual: ["P"], company: ["C"] } }],
  };
  const portable = portableOf(body, ["Owner", "Type"], about);
  expect(bodyAt(portable, placesOf(["Type", "Owner"]))).toMatchObject({
    body: { associates: [{ kindBy: { column: 0 } }], constants: body.constants },
    notTaken: [],
  });
  expect(bodyAt(portable, placesOf(["Owner"]))).toMatchObject({
    body: { assignments: [], constants: [], associates: [] },
    notTaken: [{ member: "associates", missing: [{ header: "Type" }] }],
  });
});

/** Members whose whole numbers say something else than which column. */
// `of` is the number of an associate, `part` of a piece of text.
const numbersOfOtherThings = ["of", "part", "latestYear"];

test("every whole number of a mapping is known to be a column or something else: a new one must be named here or end in “column”", () => {
  const seen: string[] = [];
  const look = (schema: unknown, member: string): void => {
    if (Array.isArray(schema)) for (const each of schema) look(each, member);
    if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return;
    if ("type" in schema && (schema.type === "integer" || schema.type === "number")) seen.push(member);
    for (const [key, value] of Object.entries(schema))
      if (key === "properties") for (const [name, each] of Object.entries(value)) look(each, name);
      else look(value, member);
  };
  look(z.toJSONSchema(mappingBodySchema), "");
  expect(seen).toContain("column");
  expect(seen.filter((member) => !holdsColumns(member) && !numbersOfOtherThings.includes(member))).toEqual([]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { familyCleaner } from "./clean-family.ts";
import type { MappingBody } from "./mapping.ts";

const trim = [{ kind: "trim" as const }];
const wide: MappingBody = {
  assignments: [
    { column: 0, field: "name", transforms: trim },
    { column: 1, of: 1, field: "familyName", transforms: trim },
    { column: 2, of: 1, field: "link.percentage", transforms: trim },
    { column: 3, of: 2, field: "name", transforms: trim },
    { column: 4, of: 2, field: "link.role", transforms: trim },
  ],
  constants: [{ field: "countryOfIncorporation", value: "UK" }],
  associates: [
    { of: 1, label: "Shareholder 1", entityType: "individual", list: "shareholders" },
    { of: 2, label: "Officer 1", entityType: "company", list: null },
  ],
};
const firms = { kind: "clients", entityType: "company" } as const;

test("a wide row is its company and those associates that have something in it, each with its own values", () => {
  const records = familyCleaner(wide, firms)(["Alder Ltd", "Lee", "12,5 %", "Birch AG", "Vorstand"]);
  expect(
    records.map(({ slot, role, entity, source }) => ({
      slot,
      role,
      entity,
      list: source?.list,
      share: source?.percentage,
    })),
  ).toEqual([
    { slot: 0, role: "client", entity: { entityType: "company", name: "Alder Ltd", countryOfIncorporation: "GBR" } },
    {
      slot: 1,
      role: "associate",
      entity: { entityType: "individual", familyName: "Lee" },
      list: "shareholders",
      share: 12.5,
    },
    { slot: 2, role: "associate", entity: { entityType: "company", name: "Birch AG" }, list: "directors", share: null },
  ]);
});

test("an associate is made exactly where one of its cells is not blank, however blank is written", () => {
  const blank = fc.constantFrom("", " ", "\u00a0", "\u200b ", "\t");
  const cell = fc.oneof(blank, fc.constant("x"));
  fc.assert(
    fc.property(fc.tuple(cell, cell, cell, cell), (cells) => {
      const slots = familyCleaner(wide, firms)(["A", ...cells]).map(({ slot }) => slot);
      const has = (a: number, b: number) => cells[a] === "x" || cells[b] === "x";
      expect(slots).toEqual([0, ...(has(0, 1) ? [1] : []), ...(has(2, 3) ? [2] : [])]);
    }),
  );
});

test("a row of an associates file has a place only where a column names the company; a links row always has one", () => {
  const person: MappingBody = { assignments: [{ column: 0, field: "familyName", transforms: trim }], constants: [] };
  const associates = { kind: "associates", entityType: "individual" } as const;
  expect(familyCleaner(person, associates)(["Lee"])).toMatchObject([{ role: "associate", source: null }]);
  const placed = {
    ...person,
    assignments: [...person.assignments, { column: 1, field: "owner.reference", transforms: trim }],
  };
  expect(familyCleaner(placed, associates)(["Lee", " C1 "])[0]?.source?.ownerReference).toBe("C1");
  expect(familyCleaner(person, { kind: "links", entityType: "individual" })(["Lee"])).toMatchObject([
    { role: "link", source: { ownerReference: null, list: null } },
  ]);
});

test("a constant of an associate is its value wherever a row has one: of that associate alone, told like a cell, and it makes none", () => {
  const mapping: MappingBody = {
    ...wide,
    assignments: [...wide.assignments, { column: 5, of: 1, field: "phone", transforms: [{ kind: "phone" }] }],
    constants: [
      ...wide.constants,
      { of: 1, field: "nationality", value: "Norway" },
      { of: 1, field: "address.country", value: "UK" },
      { of: 2, field: "countryOfIncorporation", value: "Narnia" },
    ],
  };
  const clean = familyCleaner(mapping, firms);
  const row = ["Alder Ltd", "Lee", "", "Birch AG", "Vorstand", "020 7946 0000"];
  const [company, person, officer] = clean(row);
  expect(company?.entity).toEqual({ entityType: "company", name: "Alder Ltd", countryOfIncorporation: "GBR" });
  // A phone number is read by the country of its own record.
  expect(person?.entity).toMatchObject({ nationality: "NOR", address: { country: "GBR" }, phone: "+442079460000" });
  expect(officer?.cellIssues).toMatchObject([{ field: "countryOfIncorporation", value: "Narnia" }]);
  expect(officer?.entity).toEqual({ entityType: "company", name: "Birch AG" });
  expect(clean(["Alder Ltd", " ", "", "", "", ""]).map(({ slot }) => slot)).toEqual([0]);
  const corrected = clean(row, (slot) => (slot === 1 ? new Map([["nationality", "SWE"]]) : undefined));
  expect(corrected[1]?.entity).toMatchObject({ nationality: "SWE" });
});

test("constants of associates change nothing of the row's own record, whatever they say", () => {
  const key = fc.constantFrom("name", "number", "countryOfIncorporation", "familyName", "nationality", "link.role");
  const constants = fc.array(
    fc.record({ of: fc.integer({ min: 1, max: 2 }), field: key, value: fc.string({ minLength: 1 }) }),
  );
  fc.assert(
    fc.property(constants, (more) => {
      const cells = ["Alder Ltd", "Lee", "1", "Birch AG", "Vorstand"];
      const [own] = familyCleaner({ ...wide, constants: [...wide.constants, ...more] }, firms)(cells);
      expect(own).toEqual(familyCleaner(wide, firms)(cells)[0]);
    }),
  );
});

test("the role of an associate may be a constant where no column says it", () => {
  const mapping: MappingBody = {
    ...wide,
    assignments: wide.assignments.filter(({ field }) => field !== "link.role"),
    constants: [{ of: 2, field: "link.role", value: "company secretary" }],
  };
  const [, officer] = familyCleaner(mapping, firms)(["Alder Ltd", "", "", "Birch AG", ""]);
  expect(officer?.source).toMatchObject({ list: "secretaries", role: "company secretary" });
});

test("an associate is what a column says of it, with the fields of its kind alone; what says neither is an issue of that associate", () => {
  const mapping: MappingBody = {
    assignments: [
      { column: 0, field: "name", transforms: trim },
      { column: 1, of: 1, field: "name", transforms: trim },
      { column: 1, of: 1, field: "familyName", transforms: trim },
    ],
    constants: [
      { of: 1, field: "nationality", value: "Norway" },
      { of: 1, field: "countryOfIncorporation", value: "UK" },
    ],
    associates: [
      {
        of: 1,
        label: "Owner 1",
        entityType: "individual",
        list: "shareholders",
        kindBy: { column: 2, individual: ["P", "natural person"], company: ["C"] },
      },
    ],
  };
  const clean = familyCleaner(mapping, firms);
  const owner = (name: string, kind: string) => clean(["Alder Ltd", name, kind])[1];
  const person = { entityType: "individual", familyName: "Lee", nationality: "NOR" };
  expect(owner("Lee", " natural  PERSON ")?.entity).toEqual(person);
  expect(owner("Birch AG", "c")?.entity).toEqual({
    entityType: "company",
    name: "Birch AG",
    countryOfIncorporation: "GBR",
  });
  expect(owner("Lee", "trust")).toMatchObject({
    entity: person,
    cellIssues: [{ code: "row.kind_unknown", value: "trust" }],
    source: { list: "shareholders" },
  });
  // What says the kind of nobody makes nobody.
  expect(owner("", "P")).toBeUndefined();
  expect(clean(["Alder Ltd", "Lee", "trust"])[0]).toMatchObject({ entity: { entityType: "company" }, cellIssues: [] });
});

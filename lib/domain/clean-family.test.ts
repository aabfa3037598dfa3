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

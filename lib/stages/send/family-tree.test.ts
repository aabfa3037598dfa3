import fc from "fast-check";
import { expect, test } from "vitest";
import type { Entity } from "../../domain/entity.ts";
import { recordIdOf } from "../../domain/record-id.ts";
import { type FamilyCompany, familyTree, type Place } from "./family-tree.ts";

const id = (row: number, slot = 0) => recordIdOf(2, row, slot);
const person = (row: number, reference: string | null, more: Partial<Place> = {}): Place => ({
  ownerPath: [],
  linkId: id(row),
  recordId: id(row),
  isReady: true,
  list: "directors",
  role: null,
  percentage: null,
  appointedOn: null,
  resignedOn: null,
  entityType: "individual",
  reference,
  entity: { entityType: "individual", familyName: `Person ${row}`, ...(reference ? { reference } : {}) },
  ...more,
});
const company = (row: number, reference: string, more: Partial<Place> = {}): Place =>
  person(row, reference, {
    entityType: "company",
    list: "shareholders",
    entity: { entityType: "company", reference, name: reference } as Entity,
    ...more,
  });
const shown = (tree: FamilyCompany[]) =>
  tree.map(
    ({ reference, associates }) => `${reference}: ${associates.map((associate) => associate.reference).join(", ")}`,
  );

test("each company stands before those below it, and every profile has the way to it as its reference", () => {
  const tree = familyTree("C-1", [
    company(1, "H-1"),
    person(2, "P-2"),
    company(3, "H-3", { ownerPath: [id(1)] }),
    person(4, "P-2", { ownerPath: [id(1), id(3)] }),
  ]);
  expect(shown(tree)).toEqual(["C-1: C-1/H-1, C-1/P-2", "C-1/H-1: C-1/H-1/H-3", "C-1/H-1/H-3: C-1/H-1/H-3/P-2"]);
  expect(tree[0]?.associates[1]?.entity.reference).toBe("C-1/P-2");
});

test("an associate without a reference is called by the place it was read from, the second beside its company by its number", () => {
  expect(shown(familyTree("C-1", [person(7, null, { recordId: id(7, 2), linkId: id(7, 2) })]))).toEqual([
    "C-1: C-1/#2.7.2",
  ]);
});

test("somebody named by two rows of one company is one profile with two places", () => {
  const [family] = familyTree("C-1", [person(1, "P-1"), person(2, "P-1", { list: "shareholders" })]);
  expect(family?.associates).toHaveLength(1);
  expect(family?.associates[0]?.places.map(({ list }) => list)).toEqual(["directors", "shareholders"]);
});

test("a person and a company with one reference are two profiles with two references", () => {
  const [family] = familyTree("C-1", [person(1, "X"), company(2, "X")]);
  expect(family?.associates.map(({ reference }) => reference)).toEqual(["C-1/X", "C-1/#2.2.0"]);
});

test("a row with errors takes nothing from a sound row of the same associate, whichever comes first", () => {
  for (const rows of [
    [person(1, "P-1", { isReady: false }), person(2, "P-1", { list: "shareholders" })],
    [person(2, "P-1", { list: "shareholders" }), person(1, "P-1", { isReady: false })],
  ]) {
    const [associate] = familyTree("C-1", rows)[0]?.associates ?? [];
    expect(associate).toMatchObject({ isReady: true, recordId: id(2), leftOut: 1 });
    expect(associate?.places).toHaveLength(1);
  }
});

test("a circle closes through another record of the same reference and ends there", () => {
  const tree = familyTree("C-1", [company(1, "H-1"), company(9, "H-1", { ownerPath: [id(1)] })]);
  expect(shown(tree)).toEqual(["C-1: C-1/H-1"]);
});

test("no two profiles of a family share a reference, and every company but the client is somebody's associate", () => {
  const places = fc
    .array(fc.record({ isCompany: fc.boolean(), reference: fc.constantFrom("A", "B", "C", null), under: fc.nat() }), {
      maxLength: 12,
    })
    .map((rows) => {
      const made: Place[] = [];
      for (const [row, { isCompany, reference, under }] of rows.entries()) {
        const owners = [
          [],
          ...made.filter(({ entityType }) => entityType === "company").map((p) => [...p.ownerPath, p.recordId]),
        ];
        const ownerPath = owners[under % owners.length] ?? [];
        made.push((isCompany ? company : person)(row + 1, reference ?? `R${row}`, { ownerPath }));
      }
      return made.sort((a, b) => a.ownerPath.length - b.ownerPath.length);
    });
  fc.assert(
    fc.property(places, (some) => {
      const tree = familyTree("C-1", some);
      const references = tree.flatMap(({ associates }) => associates.map(({ reference }) => reference));
      expect(new Set(references).size).toBe(references.length);
      for (const { reference } of tree) expect(["C-1", ...references]).toContain(reference);
    }),
  );
});

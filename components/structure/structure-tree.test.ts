import fc from "fast-check";
import { expect, test } from "vitest";
import { structureOf } from "#lib/stages/receive/structure-of.ts";
import { type Direction, type Entry, treeOf } from "./structure-tree.ts";
import { structureWith } from "./test-structure.ts";

const drawn = (entries: Entry[]): string[] =>
  entries.flatMap(({ key, places, entries: under, cut }) => [
    `${key}${places.length > 1 ? ` x${places.length}` : ""}${cut ? ` (${cut})` : ""}`,
    ...drawn(under).map((line) => `  ${line}`),
  ]);

test("associates stand under their companies, and two places of one person in a company are one line", () => {
  const structure = structureWith([
    ["C1", "P1", { id: "1" }],
    ["C1", "P1", { id: "2" }],
    ["C1", "C2"],
    ["C2", "P2"],
  ]);
  expect(drawn(treeOf(structure, "below"))).toEqual(["P1 x2", "C2", "  P2"]);
  expect(treeOf(structure, "above")).toEqual([]);
});

test("a company met twice is followed where it is nearest, and the other place says so; a person needs no such word", () => {
  const structure = structureWith([
    ["C1", "C2"],
    ["C1", "C3"],
    ["C2", "C4"],
    ["C4", "C3"],
    ["C3", "P1"],
    ["C2", "P1"],
  ]);
  expect(drawn(treeOf(structure, "below"))).toEqual(["C2", "  C4", "    C3 (elsewhere)", "  P1", "C3", "  P1"]);
});

test("a circle is cut at the link that leads back", () => {
  const circle = structureWith([
    ["C1", "C2"],
    ["C2", "C3"],
    ["C3", "C1"],
    ["C3", "C3"],
  ]);
  expect(drawn(treeOf(circle, "below"))).toEqual(["C2", "  C3", "    C1 (circle)", "    C3 (circle)"]);
});

test("companies above an associate are a tree, too", () => {
  const up = { below: false, above: true };
  const structure = structureWith([
    ["C1", "P1", up],
    ["C2", "C1", up],
    ["C1", "C2", up],
    ["C3", "P1", up],
  ]);
  expect(drawn(treeOf({ ...structure, rootKey: "P1" }, "above"))).toEqual(["C1", "  C2", "    C1 (circle)", "C3"]);
});

test("whatever is linked to whatever, every link is in the list once in each of its directions, and the drawing marks the circle that the list cuts", () => {
  const key = fc.constantFrom(..."abcdef");
  fc.assert(
    fc.property(fc.array(fc.tuple(key, key), { maxLength: 16 }), (pairs) => {
      const rows = (["below", "above"] as const).flatMap((direction) => rowsOf(pairs, direction));
      const structure = structureOf("a", rows, { depthMax: 10, nodesMax: 300, rowsMax: 1000, today: "2026-11-23" });
      for (const direction of ["below", "above"] as const) {
        const places = placesOf(treeOf({ rootKey: "a", edges: structure.edges }, direction));
        const expected = structure.edges.filter((edge) => edge[direction]).map(({ id }) => id);
        expect(places.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
      }
      const cut = placesOf(treeOf({ rootKey: "a", edges: structure.edges }, "below"), "circle");
      const marked = structure.edges.filter(({ below, closesCircle }) => below && closesCircle);
      expect(cut.map(({ id }) => id)).toEqual(expect.arrayContaining(marked.map(({ id }) => id)));
    }),
  );
});

/** What the database would give: links level by level, each from where it is nearest. */
function rowsOf(pairs: [string, string][], direction: Direction) {
  const depthByKey = new Map([["a", 0]]);
  const ends = ([owner, associate]: [string, string]) =>
    direction === "below" ? [owner, associate] : [associate, owner];
  for (let depth = 0; depth < 6; depth += 1)
    for (const pair of pairs) {
      const [near = "", far = ""] = ends(pair);
      if (depthByKey.get(near) === depth && !depthByKey.has(far)) depthByKey.set(far, depth + 1);
    }
  return pairs
    .flatMap((pair, at) => {
      const [nearId = "", farId = ""] = ends(pair);
      const depth = depthByKey.get(nearId);
      const nothing = { farReference: null, role: null, percentage: null, appointedOn: null, resignedOn: null };
      return depth === undefined
        ? []
        : [{ direction, depth, linkId: String(at), nearId, farId, list: null, ...nothing }];
    })
    .toSorted((a, b) => a.depth - b.depth);
}

const placesOf = (entries: Entry[], cut?: Entry["cut"]): Entry["places"] =>
  entries.flatMap((entry) => [
    ...(cut === undefined || entry.cut === cut ? entry.places : []),
    ...placesOf(entry.entries, cut),
  ]);

import fc from "fast-check";
import { expect, test } from "vitest";
import { circlesOf } from "./circles-of.ts";
import { structureOf } from "./structure-of.ts";

type Row = Parameters<typeof structureOf>[1][number];
const limits = { depthMax: 10, nodesMax: 300, rowsMax: 1000, today: "2026-11-23" };
const row = (linkId: string, nearId: string, farId: string | null, more: Partial<Row> = {}): Row => ({
  direction: "below",
  depth: 0,
  linkId,
  nearId,
  farId,
  farReference: null,
  list: "directors",
  role: null,
  percentage: null,
  appointedOn: null,
  resignedOn: null,
  ...more,
});

test("a link met on the way down and on the way up is one edge, and leads from the company to the associate", () => {
  const { nodes, edges } = structureOf(
    "a",
    [row("1", "a", "b"), row("1", "b", "a", { direction: "above", depth: 1 })],
    limits,
  );
  expect(nodes.map(({ key }) => key)).toEqual(["a", "b"]);
  expect(edges).toMatchObject([{ ownerKey: "a", associateKey: "b", below: true, above: true }]);
});

test("a reference that is in no file is one node however often it is named; a link to nobody is a node of its own", () => {
  const missing = { farReference: "P9" };
  const { nodes } = structureOf(
    "a",
    [row("1", "a", null, missing), row("2", "a", null, missing), row("3", "a", null)],
    limits,
  );
  expect(nodes).toEqual([
    { key: "a", recordId: "a", reference: null },
    { key: "missing P9", recordId: null, reference: "P9" },
    { key: "nobody 3", recordId: null, reference: null },
  ]);
});

test("an associate has resigned from the day of its resignation on, or by its list", () => {
  const resignedOn = ["2026-11-22", "2026-11-23", "2026-11-24", null];
  const rows = resignedOn.map((day, at) => row(`${at}`, "a", `p${at}`, { resignedOn: day }));
  const { edges } = structureOf("a", [...rows, row("9", "a", "p9", { list: "resigned" })], limits);
  expect(edges.map(({ isResigned }) => isResigned)).toEqual([true, true, false, false, true]);
});

test("what goes over a limit is left out with everything that hangs on it, and that is said", () => {
  const rows = [
    row("1", "a", "b"),
    row("2", "a", "c"),
    row("3", "c", "d", { depth: 1 }),
    row("4", "b", "a", { depth: 1 }),
  ];
  const few = structureOf("a", rows, { ...limits, nodesMax: 2 });
  expect([few.nodes.length, few.edges.map(({ id }) => id), few.leftOut]).toEqual([2, ["1", "4"], true]);
  const short = structureOf("a", rows, { ...limits, rowsMax: 3 });
  expect([short.edges.length, short.leftOut, short.tooDeep]).toEqual([3, true, false]);
  const flat = structureOf("a", rows, { ...limits, depthMax: 1 });
  expect([flat.edges.length, flat.leftOut, flat.tooDeep]).toEqual([2, false, true]);
  expect(structureOf("a", rows, limits)).toMatchObject({ leftOut: false, tooDeep: false });
});

test("without the arrows that close a circle none is left, and where there was none, none closes", () => {
  const letter = fc.constantFrom(..."abcdefg");
  fc.assert(
    fc.property(fc.array(fc.tuple(letter, letter), { maxLength: 20 }), (pairs) => {
      const arrows = pairs.map(([from, to], at) => ({ id: String(at), from, to }));
      const closing = circlesOf("a", arrows);
      const kept = arrows.filter(({ id }) => !closing.has(id));
      expect(isOrderly(kept)).toBe(true);
      if (isOrderly(arrows)) expect(closing.size).toBe(0);
      for (const { from, to, id } of arrows) if (from === to) expect(closing.has(id)).toBe(true);
    }),
  );
});

/** Whether everything can be taken away by taking, again and again, what nothing leads to. */
function isOrderly(arrows: { from: string; to: string }[]): boolean {
  let left = arrows;
  for (;;) {
    const next = left.filter(({ from }) => left.some(({ to }) => to === from));
    if (next.length === 0) return true;
    if (next.length === left.length) return false;
    left = next;
  }
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { firstView } from "./first-view.ts";
import { layoutOf, nodeSize } from "./structure-layout.ts";
import { structureWith } from "./test-structure.ts";

test("associates stand to the right of their company, level by level, and links of one pair are one line with all its words", () => {
  const { nodes, lines } = layoutOf(
    structureWith([
      ["C1", "P1", { id: "1", role: "Director" }],
      ["C1", "P1", { id: "2", role: "Shareholder", percentage: 25 }],
      ["C1", "C2"],
      ["C2", "P2"],
    ]),
  );
  const xOf = (key: string) => nodes.find((node) => node.key === key)?.x ?? Number.NaN;
  expect(xOf("C1")).toBeLessThan(xOf("C2"));
  expect(xOf("P1")).toBe(xOf("C2"));
  expect(xOf("C2")).toBeLessThan(xOf("P2"));
  expect(lines.find(({ associateKey }) => associateKey === "P1")?.words).toEqual(["Director", "Shareholder, 25 %"]);
  expect(lines).toHaveLength(3);
});

test("whatever is linked to whatever, nothing lies on anything else, and every link has its line", () => {
  const key = fc.constantFrom(..."abcdefgh");
  fc.assert(
    fc.property(fc.array(fc.tuple(key, key), { minLength: 1, maxLength: 14 }), (pairs) => {
      const layout = layoutOf(structureWith(pairs.map(([a, b], at) => [a, b, { id: String(at) }])));
      expect(layout.lines.flatMap(({ edges }) => edges)).toHaveLength(pairs.length);
      for (const [at, one] of layout.nodes.entries())
        for (const other of layout.nodes.slice(at + 1))
          expect(overlap(one, other), `${one.key} ${other.key}`).toBe(false);
      for (const { path } of layout.lines) expect(path).toMatch(/^M [-\d. ]+ C [-\d. C]+$/);
    }),
    { numRuns: 60 },
  );
});

test("a company without a link is drawn alone", () => {
  const { nodes, lines } = layoutOf({ ...structureWith([["C1", "C2"]]), edges: [] });
  expect([nodes.length, lines]).toEqual([2, []]);
});

test("only what closes a circle runs from right to left", () => {
  const { nodes, lines } = layoutOf(
    structureWith([
      ["C1", "C2"],
      ["C2", "C1", { closesCircle: true }],
      ["C2", "C3"],
      ["C3", "C1", { closesCircle: true }],
      ["C3", "C3", { closesCircle: true }],
    ]),
  );
  const xOf = (key: string) => nodes.find((node) => node.key === key)?.x ?? Number.NaN;
  expect([xOf("C1") < xOf("C2"), xOf("C2") < xOf("C3")]).toEqual([true, true]);
  expect(lines.map(({ words: [text] }) => text?.includes("leads back"))).toEqual([false, true, false, true, true]);
  const [there, back] = lines;
  expect(there?.path.split(" ").slice(-2)).not.toEqual(back?.path.split(" ").slice(-2));
  expect(Number(back?.path.split(" ").at(-2))).toBe(xOf("C1") + nodeSize.width);
});

test("what fits is seen whole and never enlarged; what does not begins at its root, on the side away from its links", () => {
  const layout = layoutOf(structureWith([["r", "p"]]));
  const small = { width: 400, height: 300 };
  expect(firstView({ ...layout, ...small }, "r", { width: 800, height: 400 })).toEqual({ x: 200, y: 50, zoom: 1 });
  const root = { key: "r", x: 1000, y: 450, width: 200, height: 100 };
  const large = { ...layout, nodes: [root], width: 3000, height: 1000 };
  const narrow = { width: 340, height: 300 };
  const y = 150 - 500 * 0.75;
  expect(firstView(large, "r", narrow)).toEqual({ x: 16 - 1000 * 0.75, y, zoom: 0.75 });
  expect(firstView({ ...large, lines: [] }, "r", narrow)).toEqual({ x: 324 - 1200 * 0.75, y, zoom: 0.75 });
  expect(firstView({ ...large, nodes: [{ ...root, x: 2800 }] }, "r", narrow).x).toBe(340 - 3000 * 0.75 - 16);
});

type Box = { x: number; y: number; width: number; height: number };
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

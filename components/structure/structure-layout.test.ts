import fc from "fast-check";
import { expect, test } from "vitest";
import { firstView } from "./first-view.ts";
import { layoutOf } from "./structure-layout.ts";
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

test("what fits is seen whole and never enlarged; what does not is begun at its root, without an empty side", () => {
  const root = { key: "r", x: 0, y: 450, width: 200, height: 100 };
  const whole = firstView({ nodes: [root], width: 400, height: 300 }, "r", { width: 800, height: 400 });
  expect(whole).toEqual({ x: 200, y: 50, zoom: 1 });
  const large = firstView({ nodes: [root], width: 3000, height: 1000 }, "r", { width: 340, height: 300 });
  expect(large).toEqual({ x: 16, y: 150 - 500 * 0.75, zoom: 0.75 });
  const atTheEnd = { ...root, x: 2800 };
  expect(firstView({ nodes: [atTheEnd], width: 3000, height: 100 }, "r", { width: 340, height: 300 }).x).toBe(
    340 - 3000 * 0.75 - 16,
  );
});

type Box = { x: number; y: number; width: number; height: number };
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

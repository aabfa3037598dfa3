import fc from "fast-check";
import { expect, test } from "vitest";
import { tableFrom } from "../stages/parse/test-stored.ts";
import { workbookOf } from "./workbook-of.ts";

async function bytesOf(sheets: Parameters<typeof workbookOf>[0]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of workbookOf(sheets)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const hostile = fc.constantFrom(
  "=1+1",
  "+44",
  "-1",
  "@SUM(A1)",
  "\t",
  "a\nb",
  "a\r\nb",
  '"',
  "'",
  "\ufeff",
  "😀",
  "עברית",
  "007",
  "12345678901234567890",
  "_x000D_",
  "_x005F_",
  "<b>&amp;",
  "]]>",
  " pad ",
  "\u0001",
  "SEPT1",
  "1/2",
  "1E5",
  "TRUE",
  "\\N",
);
const cell = fc
  .oneof(hostile, fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }))
  .map((text) => text.toWellFormed().replaceAll("\0", ""));

test("whatever is written into a workbook is read back as the same text", async () => {
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const table = cells.map(([a, b, c]) => [`x${a}`, b, c]);
      const bytes = await bytesOf([{ name: "Clients", header: ["first name", "city", "note"], rows: table }]);
      expect((await tableFrom(bytes, "x.xlsx", { headerLine: 1 })).rows).toEqual(table);
    }),
    { numRuns: 100 },
  );
});

test("the same sheets make the same bytes, and no cell is a formula", async () => {
  const sheets = () => [{ name: "A/B: [x]", header: ["id"], rows: [["=1+1"]] }];
  const bytes = await bytesOf(sheets());
  expect(await bytesOf(sheets())).toEqual(bytes);
  const read = await tableFrom(bytes, "x.xlsx", { headerLine: 1 });
  expect(read).toMatchObject({ rows: [["=1+1"]], form: { sheet: "A B   x " } });
});

test("a cell longer than Excel takes is not cut: nothing is written", async () => {
  await expect(bytesOf([{ name: "x", header: ["id"], rows: [["a".repeat(32_768)]] }])).rejects.toThrow(/32,767/);
});

test("a marked cell is read back as the same text, also where nothing stands in it", async () => {
  const rows = [{ cells: ["a", "", "=1"], marked: new Set([1, 2]) }];
  const bytes = await bytesOf([{ name: "x", header: ["id", "b", "c"], rows }]);
  expect((await tableFrom(bytes, "x.xlsx", { headerLine: 1 })).rows).toEqual([["a", "", "=1"]]);
});

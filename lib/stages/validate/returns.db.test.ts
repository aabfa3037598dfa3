import { readFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { MappingBody } from "../../domain/mapping.ts";
import { sheetHeaders } from "../../domain/row-id.ts";
import { byteOrderMark } from "../../sheets/csv-line.ts";
import { workbookOf } from "../../sheets/workbook-of.ts";
import { countsOf } from "../../store/counts-of.ts";
import { makersOf } from "../../store/makers-of.ts";
import { openTestRoom, uploadOf } from "../../store/test-room.ts";
import { saveMapping } from "../map/command.ts";
import { takeInReturn } from "../parse/command/take-in-return.ts";
import { parseFile } from "../parse/command.ts";
import { tableFrom } from "../parse/test-stored.ts";
import { readRecord } from "../receive/query/read-record.ts";
import { uploadFile } from "../upload/command.ts";
import { applyReturn, putReturnAway } from "./command/apply-return.ts";
import { correctRecord } from "./command/correct-record.ts";
import { excludeRecords } from "./command/exclusions.ts";
import { undoFix } from "./command/fixes.ts";
import { openProblemSheet, type ProblemSheetAsked } from "./command/open-problem-sheet.ts";
import { recheckFix } from "./command/recheck-fix.ts";
import { checkFile } from "./command.ts";
import { countProblems } from "./query/count-problems.ts";
import { listFixes } from "./query/list-fixes.ts";
import { previewReturn } from "./query/preview-return.ts";
import { fixtureColumns, fixtureRows, fixtureSheet } from "./returned/test-book.ts";

const room = await openTestRoom();
const { ctx } = room;
afterAll(room.close);

const trim = { kind: "trim" } as const;
const mapping: MappingBody = {
  assignments: [
    { column: 0, field: "reference", transforms: [trim] },
    { column: 1, field: "givenNames", transforms: [trim] },
    { column: 2, field: "familyName", transforms: [trim] },
    { column: 3, field: "dateOfBirth", transforms: [trim, { kind: "date", format: "YYYY-MM-DD" }] },
    { column: 4, field: "address.country", transforms: [trim, { kind: "country" }] },
  ],
  constants: [],
};
const columns = ["ID", "FORENAME", "SURNAME", "DOB", "COUNTRY", "NOTE"];
const people = [
  ["0001", "Ann", "", "1980-04-13", "GB", "a"],
  ["0002", "Bob", "Day", "1981-04-13", "GB", "b"],
  ["0003", "Cy", "Fox", "31.02.1980", "Narnia", "=1+1"],
  ["0004", "Di", "Low", "1982-04-13", "Albion", ""],
];

type Book = { migrationId: string; fileId: string };
async function book(rows: readonly (readonly string[])[] = people, header: readonly string[] = columns): Promise<Book> {
  const migrationId = await room.newMigration();
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  const content = [header, ...rows].map((cells) => `${quoted(cells)}\r\n`).join("");
  const { fileId } = must(await uploadFile(ctx, uploadOf(migrationId, content)));
  await parseFile(ctx, { fileId });
  const { version } = must(await saveMapping(ctx, fileId, mapping));
  await checkFile(ctx, { fileId, version });
  return { migrationId, fileId };
}

function must<T>(outcome: { ok: true; value: T } | { ok: false; refusal: { sentence: string } }): T {
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  return outcome.value;
}

async function downloaded({ fileId }: Book, asked: Partial<ProblemSheetAsked> = {}): Promise<Buffer> {
  const { pieces } = must(await openProblemSheet(ctx, fileId, { which: "errors", format: "csv", ...asked }));
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
type Sheet = { header: string[]; rows: string[][] };
async function sheetOf(bytes: Uint8Array, name = "x.csv"): Promise<Sheet> {
  const { columns: header, rows } = await tableFrom(bytes, name, { headerLine: 1 });
  return { header, rows };
}
/** As a spreadsheet saves CSV: it guards nothing. */
const csvOf = ({ header, rows }: Sheet): string =>
  byteOrderMark +
  [header, ...rows].map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";")}\r\n`).join("");
async function xlsxOf({ header, rows }: Sheet): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of workbookOf([{ name: "Problems", header, rows }])) all.push(piece);
  return Buffer.concat(all);
}
const takeIn = ({ migrationId }: Book, content: string | Uint8Array, name = "problems.csv") => {
  const { encodedName, declaredSha256, declaredBytes, stream } = uploadOf(migrationId, content, "individual", name);
  return takeInReturn(ctx, { migrationId, encodedName, declaredSha256, declaredBytes, stream });
};
async function looked(where: Book, content: string | Uint8Array, name?: string) {
  const { returnId } = must(await takeIn(where, content, name));
  return { returnId, ...must(await previewReturn(ctx, returnId)) };
}
const apply = (returned: { returnId: string; seen: string }) =>
  applyReturn(ctx, returned.returnId, { seen: returned.seen, reason: "as in the papers" });
const dataOf = async ({ fileId }: Book) => {
  const records = await ctx.db.record.findMany({ where: { fileId }, orderBy: { id: "asc" } });
  return records.map(({ data, readiness }) => ({ ...(JSON.parse(data) as Record<string, unknown>), readiness }));
};
const idAt = async ({ fileId }: Book, rowNumber: number) =>
  (await ctx.db.record.findFirstOrThrow({ where: { fileId, rowNumber } })).id;
const correct = async (where: Book, rowNumber: number, texts: Record<string, string>) => {
  const id = await idAt(where, rowNumber);
  return must(
    await correctRecord(ctx, id, { seen: must(await readRecord(ctx, id)).seen, texts, reason: "asked the client" }),
  );
};

test("a problem sheet has the rows with errors in the source's own columns, with what is wrong and how to put it right", async () => {
  const where = await book();
  const { header, rows } = await sheetOf(await downloaded(where, { format: "xlsx" }), "x.xlsx");
  expect(header).toEqual([...sheetHeaders, ...columns]);
  expect(rows.map((cells) => cells.slice(3))).toEqual([people[0], people[2], people[3]]);
  expect(rows[0]?.[0]).toMatch(/^P\d+-1-[0-9a-f]{10}$/);
  expect(rows[0]?.[1]).toBe("Family name is empty.");
  expect(rows[1]?.[1]?.split("\n")).toHaveLength(2);
  expect(rows[1]?.[2]).toContain("correct the value");
  expect(must(await countProblems(ctx, where.migrationId)).files).toMatchObject([{ errors: 3, xlsxProblem: null }]);
  const one = await sheetOf(
    await downloaded(where, { code: "field.country", field: "address.country", role: "client" }),
  );
  expect(one.rows.map((cells) => cells[3])).toEqual(["0003", "0004"]);
});

test("blank and doubled headers keep their place, and rows of excluded clients are left out", async () => {
  const where = await book(people, ["ID", "FORENAME", "SURNAME", "DOB", "", "ID"]);
  await excludeRecords(ctx, where.migrationId, { recordIds: [await idAt(where, 1)], reason: "not ours" });
  const { header, rows } = await sheetOf(await downloaded(where));
  expect(header.slice(3)).toEqual(["ID", "FORENAME", "SURNAME", "DOB", "Column 5", "ID (2)"]);
  expect(rows.map((cells) => cells[3])).toEqual(["0003", "0004"]);
});

test("half corrected, in another order, with rows and columns more and less: only what a person changed is corrected, and it is undone as a whole", async () => {
  const where = await book();
  const before = await dataOf(where);
  const { header, rows } = await sheetOf(await downloaded(where));
  const [ann, cy] = rows.map((cells) => [...cells]);
  if (!ann || !cy) throw new Error("No rows.");
  ann[5] = "Smith";
  cy[7] = "France";
  // Columns turned round, one more, a blank row, a row without an id, and one row left away.
  const turned = (cells: readonly string[]) => [...cells].reverse();
  const returned = await looked(
    where,
    csvOf({
      header: [...turned(header), "My notes"],
      rows: [cy, ann].map((cells) => [...turned(cells), "done"]).concat([header.map(() => "").concat("")], [["x"]]),
    }),
  );
  expect(returned).toMatchObject({ rows: 3, changed: 2, changedRows: 2, conflicts: 0, refused: 0, kept: 0 });
  expect(returned.notes.join(" ")).toMatch(
    /1 row not taken: they have no row id.*“My notes”.*1 row of the problem sheet did not come back/,
  );
  expect(returned.examples.changed.find(({ column }) => column === "COUNTRY")).toMatchObject({
    rowNumber: 3,
    was: "N•••••",
    becomes: "F•••••",
  });
  expect(await dataOf(where)).toEqual(before);
  const { fixId, cells, isDone } = must(await apply(returned));
  expect([cells, isDone]).toEqual([2, true]);
  expect(await dataOf(where)).toMatchObject([
    { familyName: "Smith", readiness: "ready" },
    { familyName: "Day" },
    { address: { country: "FRA" }, readiness: "invalid" },
    { readiness: "invalid" },
  ]);
  expect(must(await listFixes(ctx, where.migrationId)).fixes).toMatchObject([
    { cells: 2, columns: ["SURNAME", "COUNTRY"], records: 2, rechecked: 2, fields: [] },
  ]);
  const shown = must(await readRecord(ctx, await idAt(where, 3)));
  expect(shown.values.find(({ field }) => field === "address.country")).toMatchObject({
    raw: "N•••••",
    returned: { text: "F•••••", by: "Olivia Operator", reason: "as in the papers" },
    value: "F••",
  });
  must(await undoFix(ctx, fixId));
  expect(await dataOf(where)).toEqual(before);
});

test("applying twice changes nothing the second time, and a return that was put away is gone", async () => {
  const where = await book();
  const { header, rows } = await sheetOf(await downloaded(where));
  const changed = csvOf({ header, rows: rows.map((cells) => cells.with(5, "Smith")) });
  const returned = await looked(where, changed);
  const first = must(await apply(returned));
  expect(must(await apply(returned))).toEqual(first);
  expect(await ctx.db.fix.count({ where: { fileId: where.fileId } })).toBe(1);
  const again = await looked(where, changed);
  expect(again).toMatchObject({ changed: 0, conflicts: 0 });
  expect(again.notes.join(" ")).toContain("3 cells stand so already");
  expect(await apply(again)).toMatchObject({ ok: false, refusal: { kind: "not_met" } });
  must(await putReturnAway(ctx, again.returnId));
  must(await putReturnAway(ctx, again.returnId));
  expect(await apply(again)).toMatchObject({ ok: false, refusal: { kind: "not_found" } });
  expect(await ctx.db.sourceBlock.count({ where: { fileId: again.returnId } })).toBe(0);
});

test("of two people who return the same cells otherwise the second is told, at the button and in the next look", async () => {
  const where = await book();
  const { header, rows } = await sheetOf(await downloaded(where));
  const named = (name: string) =>
    csvOf({ header, rows: rows.map((cells, at) => (at === 0 ? cells.with(5, name) : cells)) });
  const first = await looked(where, named("Smith"));
  ctx.operator = { ...ctx.operator, id: "other" };
  const second = await looked(where, named("Jones"));
  ctx.operator = { ...ctx.operator, id: "operator" };
  const both = await Promise.all([apply(first), apply(second)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "changed_meanwhile" } });
  const loser = both[0]?.ok ? second : first;
  const next = must(await previewReturn(ctx, loser.returnId));
  expect(next).toMatchObject({ changed: 0, conflicts: 1 });
  expect(next.examples.conflicts[0]?.because).toContain("since the download");
});

test("what was corrected on a client's page is in its cell, and what was corrected there since is never overwritten", async () => {
  const where = await book();
  await correct(where, 3, { "address.country": "France" });
  const { header, rows } = await sheetOf(await downloaded(where));
  expect(rows.map((cells) => cells[7])).toEqual(["GB", "France", "Albion"]);
  await correct(where, 1, { familyName: "Page" });
  const returned = await looked(
    where,
    csvOf({
      header,
      rows: rows.map((cells, at) => {
        if (at === 0) return cells.with(5, "Sheet");
        return at === 1 ? cells.with(7, "Spain") : cells;
      }),
    }),
  );
  expect(returned).toMatchObject({ changed: 1, conflicts: 1 });
  must(await apply(returned));
  expect(await dataOf(where)).toMatchObject([{ familyName: "Page" }, {}, { address: { country: "ESP" } }, {}]);
});

test("rows that cannot be known for certain are refused with the reason", async () => {
  const where = await book();
  const other = await book();
  const bytes = await downloaded(where);
  const { header, rows } = await sheetOf(bytes);
  const [ann = [], cy = [], di = []] = rows;
  expect(await takeIn(other, bytes)).toMatchObject({
    ok: false,
    refusal: { sentence: expect.stringContaining("another migration") },
  });
  expect(
    await takeIn(where, csvOf({ header: header.slice(1), rows: rows.map((cells) => cells.slice(1)) })),
  ).toMatchObject({
    ok: false,
    refusal: { sentence: expect.stringContaining("no column “Row id") },
  });
  expect(await takeIn(where, csvOf({ header, rows: [ann.with(0, "P999999-1-0123456789")] }))).toMatchObject({
    ok: false,
    refusal: { kind: "not_found" },
  });
  expect(await takeIn(where, "")).toMatchObject({ ok: false, refusal: { kind: "not_met" } });
  expect(await takeIn(where, "%PDF-1.7 not a table", "x.pdf")).toMatchObject({ ok: false });
  const [, , digest] = (ann[0] ?? "").split("-");
  const returned = await looked(
    where,
    csvOf({
      header: header.with(5, "NAME OF FAMILY"),
      rows: [
        ann.with(7, "France"),
        ann.with(7, "Spain"),
        cy.with(0, (cy[0] ?? "").replace(/-\w{10}$/, `-${digest}`)).with(7, "France"),
        [di[0] ?? "", ...di.slice(1).map(() => "")],
      ],
    }),
  );
  expect(returned).toMatchObject({ changed: 0 });
  const told = returned.notes.join(" ");
  for (const words of [
    "2 rows not taken: they have the id of another",
    "not as they were downloaded",
    "1 row not taken: they were emptied",
    "“SURNAME” did not come back",
    "“NAME OF FAMILY”",
  ])
    expect(told).toContain(words);
});

test("a client in a submitted chunk and one that is left out stay as they are, and whoever returned cells is a maker of what they shape", async () => {
  const where = await book();
  const { header, rows } = await sheetOf(await downloaded(where));
  await excludeRecords(ctx, where.migrationId, { recordIds: [await idAt(where, 1)], reason: "not ours" });
  const connection = await ctx.db.connection.create({
    data: {
      name: "x",
      environment: "simulator",
      baseUrl: "http://127.0.0.1",
      apiKeySealed: "",
      webhookSecretSealed: "",
    },
  });
  const { id: chunkId } = await ctx.db.chunk.create({
    data: {
      migrationId: where.migrationId,
      connectionId: connection.id,
      number: 1,
      kind: "ramp",
      status: "submitted",
      processes: 1,
      clientCount: 1,
      settings: {},
      fingerprint: "",
      createdById: "operator",
      members: { create: { recordId: await idAt(where, 3) } },
    },
  });
  const returned = await looked(where, csvOf({ header, rows: rows.map((cells) => cells.with(7, "France")) }));
  expect(returned).toMatchObject({ changed: 1, changedRows: 1 });
  expect(returned.notes.join(" ")).toMatch(/left out.*submitted chunk/);
  const { fixId } = must(await apply(returned));
  expect(await makersOf(ctx.db, chunkId)).toContainEqual({ byId: "operator", act: "corrected" });
  await ctx.db.chunkMember.create({ data: { chunkId, recordId: await idAt(where, 4) } });
  expect(await undoFix(ctx, fixId)).toMatchObject({ ok: false, refusal: { kind: "not_now" } });
});

test("an ignored column cannot hide a change of its mapping, and a return outlives a new mapping", async () => {
  const where = await book();
  const { header, rows } = await sheetOf(await downloaded(where));
  must(await apply(await looked(where, csvOf({ header, rows: rows.map((cells) => cells.with(8, "Smith")) }))));
  const body = {
    ...mapping,
    assignments: mapping.assignments.map((each) => (each.field === "familyName" ? { ...each, column: 5 } : each)),
  };
  const { version } = must(await saveMapping(ctx, where.fileId, body));
  await checkFile(ctx, { fileId: where.fileId, version });
  expect((await dataOf(where)).map((each) => ("familyName" in each ? each.familyName : undefined))).toEqual([
    "Smith",
    "b",
    "Smith",
    "Smith",
  ]);
});

test("many rows are checked again by a worker, and only those that changed", async () => {
  const count = 700;
  const where = await book(
    Array.from({ length: count }, (_, n) => [String(n), "Ann", "Smith", "1980-04-13", "Albion", ""]),
  );
  const { header, rows } = await sheetOf(await downloaded(where));
  expect(rows).toHaveLength(count);
  const some = rows.map((cells, at) => (at < 600 ? cells.with(7, "GB") : cells));
  const { fixId, isDone, rows: touched } = must(await apply(await looked(where, csvOf({ header, rows: some }))));
  expect([touched, isDone]).toEqual([600, false]);
  expect(room.told).toContainEqual({ name: "recheck_fix", payload: { fixId, isUndone: false } });
  await recheckFix(ctx, fixId);
  expect(await countsOf(ctx.db, where.migrationId)).toMatchObject({ invalid: 100 });
});

const hostile = fc.constantFrom(
  "=1+1",
  "'=x",
  "''",
  "+44",
  "-",
  "@a",
  "\t",
  "a\nb",
  "a\r\nb",
  '"',
  ";",
  " x ",
  "\u00a0",
  "007",
  "12345678901234567890",
  "1/2",
  "SEPT1",
  "TRUE",
  "1E5",
  "03/04/1980",
  "_x000D_",
  "Łącka",
  "😀",
  "",
);
const cell = fc
  .oneof(hostile, fc.string({ unit: "grapheme", maxLength: 12 }))
  .map((text) => text.toWellFormed().replaceAll("\0", ""));

test("fix and return loses nothing: whatever stands in untouched cells, it comes back untouched, and one corrected cell is the only change", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
      fc.constantFrom("csv" as const, "xlsx" as const),
      fc.nat(),
      async (texts, format, nth) => {
        const where = await book(texts.map(([a, b, c], n) => [`C${n}`, a, b, "never", "Narnia", c]));
        const bytes = await downloaded(where, { format });
        const name = `x.${format}`;
        expect(await looked(where, bytes, name)).toMatchObject({ changed: 0, conflicts: 0, refused: 0, kept: 0 });
        const sheet = await sheetOf(bytes, name);
        const at = nth % sheet.rows.length;
        const rows = sheet.rows.map((cells, n) => (n === at ? cells.with(7, "Belgium") : cells)).reverse();
        const again = format === "csv" ? csvOf({ ...sheet, rows }) : await xlsxOf({ ...sheet, rows });
        const returned = await looked(where, again, name);
        expect(returned).toMatchObject({ changed: 1, conflicts: 0, refused: 0, kept: 0 });
        expect(returned.examples.changed).toMatchObject([{ rowNumber: at + 1, column: "COUNTRY" }]);
      },
    ),
    { numRuns: 25 },
  );
});

// The last one has the birthday that something is wrong with in two digits of a year: not taken, with the reason.
test.each([
  ["libreoffice.xlsx", 0, 0],
  ["libreoffice.csv", 0, 0],
  ["libreoffice-opened-csv.xlsx", 15, 0],
  ["libreoffice-guessed-types-ansi.csv", 15, 1],
])(
  "a problem sheet that LibreOffice opened and saved as %s comes back without a change",
  async (name, kept, doubted) => {
    const where = await book(fixtureRows, fixtureColumns);
    await ctx.db.problemSheet.deleteMany({ where: { number: fixtureSheet.number } });
    await ctx.db.problemSheet.create({
      data: { ...fixtureSheet, ...where, mappingVersion: 1, fixIds: [], rows: 5, byId: "operator" },
    });
    const content = await readFile(path.join(import.meta.dirname, "returned", name));
    const returned = await looked(where, content, name);
    expect(returned).toMatchObject({ rows: 5, changed: 0, conflicts: 0, refused: doubted, kept });
  },
);

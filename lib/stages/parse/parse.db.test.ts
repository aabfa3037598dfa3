import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { sourceRowsAfter } from "../../store/source-rows.ts";
import { openTestRoom, uploadOf } from "../../store/test-room.ts";
import { parseFile, readAgain } from "./command.ts";
import { previewFile } from "./query.ts";

const room = await openTestRoom();
const { ctx } = room;
afterAll(room.close);

async function parsed(content: string | Uint8Array) {
  const migrationId = await room.newMigration();
  const upload = uploadOf(migrationId, content);
  const fileId = crypto.randomUUID();
  const storageKey = `${migrationId}/${fileId}`;
  const stored = await ctx.files.put(storageKey, upload.stream);
  await ctx.db.sourceFile.create({
    data: {
      id: fileId,
      migrationId,
      name: "clients.csv",
      entityType: "individual",
      ...stored,
      storageKey,
      uploadedById: "operator",
    },
  });
  await parseFile(ctx, { fileId });
  return read(fileId);
}

const read = async (id: string) => ({
  ...(await ctx.db.sourceFile.findUniqueOrThrow({ where: { id } })),
  rows: await sourceRowsAfter(ctx.db, id, 0, 20_000),
});

/** A cell as a careful exporter writes it. */
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

test("whatever stands in a cell comes out of the database as it was written", async () => {
  // Everything PostgreSQL can hold: any text without NUL.
  const cell = fc
    .oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "",
        "\\N",
        "NULL",
        "{}",
        '{"a"}',
        "\\",
        "\t",
        "\r\n",
        "=1+1",
        "0012",
        "12345678901234567890",
        "\ufeff",
        "'",
        '"',
      ),
    )
    .map((text) => text.toWellFormed().replaceAll("\0", ""));
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const table = [
        ["reference", "name", "city"],
        ...cells.map(([first, second, third]) => [`x${first}`, second, third]),
      ];
      const file = await parsed(table.map((row) => row.map(quoted).join(",")).join("\r\n"));
      expect(file.rows.map((row) => row.cells)).toEqual(table.slice(1));
    }),
    { numRuns: 40 },
  );
});

test("a book is stored verbatim, with physical lines, its form and its count", async () => {
  const file = await parsed('NAME;NOTE\r\n"Ann";"two\r\nlines"\r\n\r\nBob; 007 \r\n;\r\n;\r\n');
  expect(file).toMatchObject({
    status: "parsed",
    encoding: "utf-8",
    delimiter: ";",
    columns: ["NAME", "NOTE"],
    rowCount: 2,
    parsedRows: 2,
  });
  expect(file.rows.map(({ rowNumber, lineNumber, cells }) => ({ rowNumber, lineNumber, cells }))).toEqual([
    { rowNumber: 1, lineNumber: 2, cells: ["Ann", "two\r\nlines"] },
    { rowNumber: 2, lineNumber: 5, cells: ["Bob", " 007 "] },
  ]);
});

test.each([
  ["an empty file", "", /empty/],
  ["a header alone", "id,name\n", /a header but no rows/],
  ["half a workbook", Buffer.concat([Buffer.from("PK\x03\x04 xl/workbook.xml"), Buffer.alloc(50)]), /workbook/],
  ["a PDF named .csv", "%PDF-1.7 …", /PDF/],
  ["NUL bytes", "id,name\n1,A\0nn\n", /NUL byte at position 12/],
  ["2,001 columns", `${"c,".repeat(2000)}c\n1\n`, /2,001 cells/],
])("%s is unreadable, with a sentence and without rows", async (_, content, sentence) => {
  const file = await parsed(content);
  expect(file.status).toBe("unreadable");
  expect(file.unreadableReason).toMatch(sentence);
  expect(file.rows).toEqual([]);
});

test("a table of 200 columns is read", async () => {
  const file = await parsed(
    `${Array.from({ length: 200 }, (_, n) => `c${n}`).join(",")}\n${Array.from({ length: 200 }, (_, n) => n).join(",")}\n`,
  );
  expect(file).toMatchObject({ status: "parsed", rowCount: 1 });
  expect(file.rows[0]?.cells[199]).toBe("199");
});

test.each([
  ["utf-8 with a mark", Buffer.from("\ufeffname,town\nZoë,Łódź\n"), "utf-8"],
  ["utf-16 little-endian", Buffer.from("\ufeffname,town\nZoë,Łódź\n", "utf16le"), "utf-16le"],
  ["utf-16 big-endian", Buffer.from("\ufeffname,town\nZoë,Łódź\n", "utf16le").swap16(), "utf-16be"],
])("text in %s is read letter by letter", async (_, bytes, encoding) => {
  expect(await parsed(bytes)).toMatchObject({
    encoding,
    columns: ["name", "town"],
    rows: [{ cells: ["Zoë", "Łódź"] }],
  });
});

test("bytes that are not UTF-8 are read as Windows-1252", async () => {
  const file = await parsed(
    Buffer.concat([
      Buffer.from("name,town\nZo"),
      Buffer.from([0xeb]),
      Buffer.from(",K"),
      Buffer.from([0xf6]),
      Buffer.from("ln\n"),
    ]),
  );
  expect(file).toMatchObject({ encoding: "windows-1252", rows: [{ cells: ["Zoë", "Köln"] }] });
});

test("reading a file again, or after a worker died in the middle, gives the same rows once", async () => {
  const file = await parsed("id,name\n1,Ann\n2,Bob\n");
  await parseFile(ctx, { fileId: file.id });
  expect(await read(file.id)).toEqual(file);
  // A worker that died left the status where it was, and perhaps rows.
  await ctx.db.sourceFile.update({ where: { id: file.id }, data: { status: "parsing", rowCount: null } });
  await Promise.all([parseFile(ctx, { fileId: file.id }), parseFile(ctx, { fileId: file.id })]);
  expect(await read(file.id)).toMatchObject({ status: "parsed", rowCount: 2, rows: file.rows });
});

test("a file taken out while it is read leaves no rows", async () => {
  const file = await parsed("id,name\n1,Ann\n");
  await ctx.db.sourceBlock.deleteMany({ where: { fileId: file.id } });
  await ctx.db.sourceFile.update({ where: { id: file.id }, data: { status: "withdrawn" } });
  await parseFile(ctx, { fileId: file.id });
  expect(await read(file.id)).toMatchObject({ status: "withdrawn", rows: [] });
});

test.each([
  ["splink-fake-people-1000.csv", 1000, 7],
  ["senzing-customers.csv", 120, 33],
  ["companies-house-basic-sample.csv", 9, 55],
])("the foreign sample %s is read whole", async (name, rowCount, columns) => {
  const file = await parsed(await readFile(`samples/${name}`));
  expect(file).toMatchObject({ status: "parsed", rowCount, delimiter: "," });
  expect(file.columns).toHaveLength(columns);
  expect(file.rows.every((row) => row.cells.length === columns)).toBe(true);
});

test("a file is read again in the form a person chose: preview first, the same choice twice does nothing, other columns drop the mapping", async () => {
  const file = await parsed("id;name\n1;Ann, Lee\n2;Bob, Ray\n");
  expect(file).toMatchObject({
    delimiter: ";",
    form: { delimiter: ";", headerLine: 1 },
    reading: { ragged: { short: 0, long: 0 } },
  });
  const mapping = { body: { assignments: [], constants: [] }, createdById: "operator" };
  await ctx.db.mapping.create({ data: { fileId: file.id, version: 1, ...mapping } });
  const preview = await previewFile(ctx, file.id, { headerLine: null });
  expect(preview).toMatchObject({ ok: true, value: { columns: ["Column 1", "Column 2"], problem: null } });
  expect(preview.ok && preview.value.rows[0]?.cells).toEqual(["id", "name"]);
  const withoutLast = await previewFile(ctx, file.id, { skipEnd: 1 });
  expect(withoutLast.ok && withoutLast.value.rows.map(({ cells }) => cells)).toEqual([["1", "Ann, Lee"]]);
  expect((await read(file.id)).rows).toEqual(file.rows);

  expect(await readAgain(ctx, file.id, { quote: "" })).toMatchObject({ ok: true });
  expect(await read(file.id)).toMatchObject({ status: "uploaded", rows: [] });
  await parseFile(ctx, { fileId: file.id });
  expect(await read(file.id)).toMatchObject({ status: "parsed", checkingVersion: 1, rows: file.rows });
  expect(await readAgain(ctx, file.id, { quote: "" })).toMatchObject({ ok: true });
  expect((await read(file.id)).status).toBe("parsed");

  await readAgain(ctx, file.id, { headerLine: null });
  await parseFile(ctx, { fileId: file.id });
  expect(await read(file.id)).toMatchObject({ status: "parsed", rowCount: 3, columns: ["Column 1", "Column 2"] });
  expect(await ctx.db.mapping.count({ where: { fileId: file.id } })).toBe(0);
});

test("a file whose clients are in a chunk is not read again: the sentence names the chunk, and nothing moves", async () => {
  const file = await parsed("id,name\n1,Ann\n");
  const chunk = await chunkHolding(file);
  expect(await readAgain(ctx, file.id, { headerLine: null })).toMatchObject({
    ok: false,
    refusal: { sentence: expect.stringContaining(`draft of chunk ${chunk.number}`) },
  });
  expect(await read(file.id)).toEqual(file);
});

/** A draft that holds the first row of a file as its only client. */
async function chunkHolding({ id: fileId, migrationId }: { id: string; migrationId: string }) {
  const connection = await ctx.db.connection.create({
    data: {
      name: `Simulator ${fileId}`,
      environment: "simulator",
      baseUrl: "http://localhost:1",
      apiKeySealed: "x",
      webhookSecretSealed: "x",
    },
  });
  const record = await ctx.db.record.create({
    data: {
      migrationId,
      fileId,
      rowNumber: 1,
      mappingVersion: 1,
      entityType: "individual",
      displayName: "Ann",
      data: "{}",
    },
  });
  return ctx.db.chunk.create({
    data: {
      migrationId,
      connectionId: connection.id,
      number: 7,
      kind: "pilot",
      processes: 1,
      clientCount: 1,
      settings: {},
      fingerprint: "x",
      createdById: "operator",
      members: { create: { recordId: record.id } },
    },
  });
}

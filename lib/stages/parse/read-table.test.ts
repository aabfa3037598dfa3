import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { tableFrom } from "./test-stored.ts";

const written = fc.constantFrom(
  "",
  "0012",
  "1.0",
  "12345678901234567890",
  'a "b" c',
  "x\ny",
  "x\r\ny",
  "x\ry",
  "'",
  " pad ",
  "=1+1",
  "+44",
  "-1",
  "@x",
  "a\tb",
  "\ufeff",
  "\ufeffx",
  "😀",
  "עברית",
  "SEPT1",
  "1/2",
  '"',
  '""',
  ",",
  ";",
  "--",
  "c:\\dir\\",
  "N/A",
  "null",
);
const cell = fc
  .oneof(written, fc.string(), fc.string({ unit: "grapheme" }))
  .map((text) => text.toWellFormed().replaceAll("\0", ""));
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
/** As most programs write: quotes only where they are needed. */
const quotedIfNeeded = (delimiter: string) => (text: string) =>
  text.includes(delimiter) || /["\r\n\x1a]|^\s|\s$|^'/.test(text) ? quoted(text) : text;
const encoders: Record<string, (text: string) => Buffer> = {
  "utf-8": (text) => Buffer.from(text),
  "utf-8 with its mark": (text) => Buffer.from(`\ufeff${text}`),
  "utf-16le": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "utf-16be": (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
};

test("what is written as CSV is read back, with any delimiter, line end, encoding and need of quotes, however the bytes are cut", async () => {
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom(",", ";", "\t", "|", "^", ":", "||"),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.constantFrom("always", "where needed"),
      fc.constantFrom(...Object.keys(encoders)),
      sizes,
      async (cells, delimiter, end, quoting, encoding, cuts) => {
        const table = cells.map(([a, b, c]) => [`x${a}`, b, c]);
        const write = quoting === "always" ? quoted : quotedIfNeeded(delimiter[0] ?? "");
        const text = [["first name", "city", "note"], ...table].map((row) => row.map(write).join(delimiter)).join(end);
        const bytes = encoders[encoding]?.(`${text}${end}`) ?? Buffer.alloc(0);
        const read = await tableFrom(bytes, "x.csv", { delimiter, headerLine: 1 }, cuts);
        expect(read.rows).toEqual(table);
      },
    ),
    { numRuns: 400 },
  );
});

test("what is written as JSON is read back, as a list or one record a line, however the bytes are cut", async () => {
  const rows = fc.array(fc.record({ id: cell.map((text) => `x${text}`), name: cell, city: cell }), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom("list", "lines", "pretty", "packed"), sizes, async (records, how, cuts) => {
      const text =
        how === "lines"
          ? records.map((record) => JSON.stringify(record)).join("\n")
          : JSON.stringify(records, null, how === "pretty" ? 2 : 0);
      const read = await tableFrom(how === "packed" ? gzipSync(text) : text, "x.json", {}, cuts);
      expect(read.columns).toEqual(["id", "name", "city"]);
      expect(read.rows).toEqual(records.map(({ id, name, city }) => [id, name, city]));
    }),
    { numRuns: 200 },
  );
});

test("digits of any length and numbers of any size stay as JSON writes them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.stringMatching(/^-?(?:0|[1-9]\d{0,40})(?:\.\d{1,30})?(?:[eE][+-]?\d{1,4})?$/),
      sizes,
      async (digits, cuts) => {
        expect((await tableFrom(`[{"id":${digits}}]`, "x.json", {}, cuts)).rows).toEqual([[digits]]);
      },
    ),
    { numRuns: 100 },
  );
});

test("what is found out about a file does not depend on how its bytes come in pieces", async () => {
  const text = `Report of 1 May;;\nKunde;Straße;Größe\n${Array.from({ length: 60 }, (_, n) => `C${n};"Weg ${n}\nHof";${n},5`).join("\n")}\n`;
  const files = [
    Buffer.from(text),
    Buffer.from(text, "latin1"),
    Buffer.from(text, "utf16le"),
    gzipSync(text),
    Buffer.from(text.replaceAll("\n", "\r")),
  ];
  const whole = await Promise.all(files.map((file) => tableFrom(file)));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: files.length - 1 }), sizes, async (which, cuts) => {
      expect(await tableFrom(files[which] ?? "", "x.csv", {}, cuts)).toEqual(whole[which]);
    }),
    { numRuns: 60 },
  );
  expect(whole.map(({ form }) => form.encoding)).toEqual(["utf-8", "windows-1252", "utf-16le", "utf-8", "utf-8"]);
  for (const { columns, rowCount, form } of whole)
    expect({ columns, rowCount, headerLine: form.headerLine }).toEqual({
      columns: ["Kunde", "Straße", "Größe"],
      rowCount: 60,
      headerLine: 2,
    });
});

test("a stray quote does not swallow the file: it stays a letter of its cell, and the line is named", async () => {
  const before = Array.from({ length: 5 }, (_, n) => `${n},A${n},b`).join("\n");
  for (const stray of ['5,"Ann,b', '5,5" pipe,b', '5,"Ann" Lee,b']) {
    const read = await tableFrom(`id,name,city\n${before}\n${stray}\n6,Bob,b\n7,"Carl",b\n`);
    expect(read.rows.at(5)).toEqual(stray.split(","));
    expect(read.rows.slice(6)).toEqual([
      ["6", "Bob", "b"],
      ["7", "Carl", "b"],
    ]);
  }
  const read = await tableFrom(`id,name,city\n${before}\n5,"Ann,b\n6,Bob,b\n`);
  expect(read.reading.doubts).toContainEqual({ lineNumber: 7, sentence: expect.stringMatching(/closes nothing/) });
});

test.each([
  [
    "a metadata line as DATEV writes it",
    '"EXTF";700;21\nKonto;Name;Ort;Land\n1;A;B;DE\n2;C;D;DE\n',
    2,
    ["Konto", "Name", "Ort", "Land"],
  ],
  ["a comment", "# export\nid,name\n1,A\n", 2, ["id", "name"]],
  [
    "a header on line 4 with a name twice",
    "Bank\n\nClients\nid;name;name\n1;A;B\n2;C;D\n",
    4,
    ["id", "name", "name (2)"],
  ],
  ["Excel's own hint", "sep=;\nid;a,b\n1;x,y\n", 2, ["id", "a,b"]],
  ["no header at all", "1,Ann,1980-01-02\n2,Bob,1981-02-03\n", null, ["Column 1", "Column 2", "Column 3"]],
])("%s: the header is found", async (_, text, headerLine, columns) => {
  expect(await tableFrom(text)).toMatchObject({ form: { headerLine }, columns });
});

test("a header said again is left out and counted, the blank tail too; the end is skipped when a person says so", async () => {
  const text = "id,name,city\n1,A,x\nid,name,city\n2,B,y\nTotal,2,\n,,\n,,\n";
  const read = await tableFrom(text, "x.csv", { skipEnd: 1 });
  expect(read.rows).toEqual([
    ["1", "A", "x"],
    ["2", "B", "y"],
  ]);
  expect(read.reading).toMatchObject({
    repeatedHeaders: { count: 1, lines: [3] },
    blankTail: 2,
    skippedEnd: [{ lineNumber: 5 }],
  });
  const kept = await tableFrom(text);
  expect(kept.reading.unusual).toMatchObject([
    { rowNumber: 3, lineNumber: 5, because: expect.stringMatching(/Total/) },
  ]);
});

test("numbers of JSON stay as they are written, objects become dotted columns, a name said twice is told", async () => {
  const read = await tableFrom(
    '[{"id":12345678901234567890,"a":{"b":1.0,"c":null}},\n{"id":-0,"id":1e5,"list":[1, 2]}]',
    "x.json",
  );
  expect(read.columns).toEqual(["id", "a.b", "a.c", "list"]);
  expect(read.rows).toEqual([
    ["12345678901234567890", "1.0", "", ""],
    ["1e5", "", "", "[1, 2]"],
  ]);
  expect(read.reading.doubts).toEqual([{ lineNumber: 2, sentence: expect.stringMatching(/“id” more than once/) }]);
});

test("columns that a spreadsheet damaged are named, with how to export them again", async () => {
  const rows = Array.from({ length: 20 }, (_, n) =>
    `1.23E+11,${n < 3 ? 1234 + n : 12345 + n},123456789012345000${n % 2}0`.replace(/0001?0$/, "0000"),
  );
  const read = await tableFrom(`account,zip,card\n${rows.join("\n")}\n`);
  expect(read.reading.damage.map(({ column }) => column)).toEqual(["account", "zip", "card"]);
  expect(read.reading.damage[0]?.sentence).toMatch(/as text/);
});

test("a compressed file that grows without end is refused", async () => {
  const bomb = gzipSync(Buffer.alloc(120_000_000, "a"));
  await expect(tableFrom(bomb)).rejects.toThrow(/more than 250 times/);
}, 30_000);

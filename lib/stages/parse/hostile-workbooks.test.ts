import { expect, test } from "vitest";
import { type Part, zipOf } from "../../sheets/zip-of.ts";
import { kindOfFormat } from "./number-text.ts";
import { tableFrom } from "./test-stored.ts";

const strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const usual = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
type Made = { shared?: string; styles?: string; namespace?: string; extra?: Part[] };

async function bookOf(
  rows: string,
  { shared, styles = "", namespace = usual, extra = [] }: Made = {},
): Promise<Buffer> {
  const parts: Part[] = [
    { name: "[Content_Types].xml", content: ["<Types/>"] },
    {
      name: "xl/workbook.xml",
      content: ['<workbook xmlns:r="r"><sheets><sheet name="Clients" sheetId="1" r:id="rId1"/></sheets></workbook>'],
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: [
        `<Relationships><Relationship Id="rId1" Type="${namespace}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${namespace}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${namespace}/styles" Target="styles.xml"/></Relationships>`,
      ],
    },
    { name: "xl/styles.xml", content: [`<styleSheet>${styles}</styleSheet>`] },
    {
      name: "xl/worksheets/sheet1.xml",
      content: [`<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`],
    },
    ...(shared === undefined ? [] : [{ name: "xl/sharedStrings.xml", content: [shared] }]),
    ...extra,
  ];
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf(parts)) pieces.push(piece);
  return Buffer.concat(pieces);
}
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const names = `<row>${text("id")}${text("name")}</row>`;
const rowsIn = async (book: Buffer) => (await tableFrom(book, "x.xlsx", { headerLine: 1 })).rows;

test("sheets that claim billions of cells, or rows no sheet has, are read for what they hold", async () => {
  const far = `<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c></row><row r="1048576"><c r="A1048576"><v>9</v></c><c r="B1048576"><v>8</v></c></row>`;
  const read = await tableFrom(await bookOf(far), "x.xlsx");
  expect(read).toMatchObject({ rows: [["9", "8"]], lines: [1_048_576] });
  for (const wild of ["99999999999", "abc", "-1", "0.5"]) {
    const book = await bookOf(`<row r="${wild}">${text("id")}${text("name")}</row><row>${text("1")}${text("A")}</row>`);
    expect(await tableFrom(book, "x.xlsx")).toMatchObject({ form: { headerLine: 1 }, rows: [["1", "A"]], lines: [2] });
  }
});

test("300,000 empty formatted rows are passed over", async () => {
  const empty = Array.from({ length: 300_000 }, (_, n) => `<row r="${n + 2}"><c r="A${n + 2}" s="1"/></row>`).join("");
  expect(await rowsIn(await bookOf(`${names}${empty}<row r="400000">${text("1")}${text("z")}</row>`))).toEqual([
    ["1", "z"],
  ]);
}, 30_000);

test("texts in runs are joined, how they are pronounced is no part of them, and a text that is missing is not made up", async () => {
  const shared = `<sst count="4000000000"><si><r><t>Zo</t></r><r><t>ë</t></r><rPh sb="0" eb="1"><t>xx</t></rPh></si></sst>`;
  const cells = `<c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line</t></r></is></c>`;
  expect(await rowsIn(await bookOf(`${names}<row>${cells}</row>`, { shared }))).toEqual([["Zoë", "in line"]]);
  const lost = bookOf(`${names}<row><c t="s"><v>7</v></c>${text("A")}</row>`, { shared });
  await expect(lost.then(rowsIn)).rejects.toThrow(/a cell names a text that is not in it/);
});

test("the strict form of workbooks, with dates written as dates, is read", async () => {
  const cells = `${text("1")}<c t="d"><v>2020-02-03</v></c>`;
  expect(await rowsIn(await bookOf(`${names}<row>${cells}</row>`, { namespace: strict }))).toEqual([
    ["1", "2020-02-03"],
  ]);
});

test("a path that leads out of the archive does no harm: only the parts of a workbook are read", async () => {
  const extra: Part[] = [{ name: "../../etc/passwd", content: ["x"] }];
  expect(await rowsIn(await bookOf(`${names}<row>${text("1")}${text("A")}</row>`, { extra }))).toEqual([["1", "A"]]);
});

test("a part that is not what was packed is refused, not read as something else", async () => {
  const book = await bookOf(`${names}<row>${text("1")}${text("A")}</row>`);
  const entry = book.lastIndexOf("xl/worksheets/sheet1.xml") - 46;
  book.writeUInt32LE(1, entry + 16);
  await expect(rowsIn(book)).rejects.toThrow(/damaged or was cut off/);
});

test.each([
  ["yyyy\\-mm\\-dd;@", "date"],
  ["[$-407]d. mmmm yyyy;@", "date"],
  ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "date"],
  ['yyyy"年"m"月"d"日"', "date"],
  ["m/d/yy h:mm AM/PM", "date and time"],
  ["mm:ss.0", "time"],
  ["0.00E+00", "plain"],
  ["##0.0E+0", "plain"],
  ['#,##0.00 "€"', "plain"],
  ["_-* #,##0.00\\ [$€-407]_-;\\-* #,##0.00", "plain"],
  ["[Blue][>=100]0;[Red]0", "plain"],
  ["General;[Red]-General", "plain"],
  ["# ?/?", "plain"],
  ["0000000000", "digits"],
  ["@", "plain"],
])("the format %s of some country means %s", (code, kind) => {
  expect(kindOfFormat(code).kind).toBe(kind);
});

import { execFileSync } from "node:child_process";
import { crc32, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { kindOfFormat, textOfNumber } from "./number-text.ts";
import { dateOfSerial } from "./serial-date.ts";
import { tableFrom } from "./test-stored.ts";

/** A ZIP archive as any program writes it. */
function zipOf(members: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(members)) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(plain), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(plain.length, 8);
    const lengths = Buffer.from([name.length, 0, 0, 0]);
    const local = Buffer.concat([
      Buffer.from("PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0", "latin1"),
      sizes,
      lengths,
      Buffer.from(name),
      packed,
    ]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    directory.push(
      Buffer.concat([
        Buffer.from("PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0", "latin1"),
        sizes,
        lengths,
        Buffer.alloc(10),
        Buffer.alloc(0),
        place,
        Buffer.from(name),
      ]),
    );
    parts.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/styles" Target="styles.xml"/></Relationships>`;
const workbookOf = (rows: string, { head = "", properties = "", styles = "" } = {}) =>
  zipOf({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns:r="r">${properties}<sheets><sheet name="Clients" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations,
    "xl/styles.xml": `<styleSheet>${styles}</styleSheet>`,
    "xl/worksheets/sheet1.xml": `${head}<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`,
  });
const escaped = (text: string) =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/_x/g, "_x005F_x");
const inline = (cells: readonly string[]) =>
  `<row>${cells.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`).join("")}</row>`;

test("what is written as a workbook is read back, whatever size the sheet claims to have", async () => {
  const cell = fc.string().map((text) => text.replace(/[\p{Cc}\ufffe\uffff\r]/gu, ""));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 10 }), async (pairs) => {
      const rows = pairs.map(([a, b]) => [`x${a}`, b]);
      const book = workbookOf([["first name", "city"], ...rows].map(inline).join(""));
      expect((await tableFrom(book, "x.xlsx", { headerLine: 1 })).rows).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

test("entities of its own are refused, values far to the right too, and a cut workbook", async () => {
  const bomb = workbookOf(inline(["a"]), { head: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' });
  await expect(tableFrom(bomb, "x.xlsx")).rejects.toThrow(/document type/);
  await expect(tableFrom(workbookOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'), "x.xlsx")).rejects.toThrow(
    /column 16,384/,
  );
  await expect(tableFrom(workbookOf(inline(["a"])).subarray(0, -40), "x.xlsx")).rejects.toThrow(
    /damaged or was cut off/,
  );
});

test("numbers keep the meaning their format gives them, and dates are calendar dates of their book", async () => {
  const styles = `<numFmts><numFmt numFmtId="170" formatCode="00000"/><numFmt numFmtId="171" formatCode="[$-409]d/m/yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="10"/><xf numFmtId="171"/></cellXfs>`;
  const row = `<row><c s="1"><v>42735</v></c><c s="2"><v>1234</v></c><c s="3"><v>0.255</v></c><c><v>1.1000000000000001</v></c><c s="4"><v>1</v></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>ok</v></c><c t="e"><v>#N/A</v></c></row>`;
  const names = inline(["date", "zip", "share", "amount", "day", "flag", "name", "code"]);
  const read = await tableFrom(workbookOf(names + row, { styles }), "x.xlsx");
  expect(read.rows).toEqual([["2016-12-31", "01234", "25.5%", "1.1", "1900-01-01", "TRUE", "ok", "#N/A"]]);
  const old = await tableFrom(workbookOf(names + row, { styles, properties: '<workbookPr date1904="1"/>' }), "x.xlsx");
  expect(old.rows[0]?.[0]).toBe("2021-01-01");
});

test.each([
  ["General", "plain"],
  ["0.00", "plain"],
  ["dd/mm/yyyy", "date"],
  ["[h]:mm", "duration"],
  ["h:mm AM/PM", "time"],
  ["yyyy-mm-dd hh:mm", "date and time"],
  ["0%", "percent"],
  ['"day" 0', "plain"],
  ["mmm yy", "date"],
  ["[Red]0.00", "plain"],
  ["000\\-00\\-0000", "digits"],
])("the format %s means %s", (code, kind) => {
  expect(kindOfFormat(code).kind).toBe(kind);
});

test("29 February 1900, which Excel counts and no calendar has, is shown as Excel shows it", () => {
  expect([59, 60, 61].map((serial) => dateOfSerial(serial, "1900")?.date)).toEqual([
    "1900-02-28",
    "1900-02-29",
    "1900-03-01",
  ]);
  expect(textOfNumber("123456789", { kind: "digits", pattern: "000-00-0000" }, "1900")).toBe("123-45-6789");
});

test("dates are the same under four time zones", () => {
  const script = `import { dateOfSerial } from ${JSON.stringify(new URL("./serial-date.ts", import.meta.url).href)};
    console.log([1, 60, 61, 10000.5, 42735, 44197.999, 2958465].map((n) => ["1900", "1904"].map((system) => JSON.stringify(dateOfSerial(n, system)))).join());`;
  const answers = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata"].map((TZ) =>
    execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      env: { ...process.env, TZ },
      encoding: "utf8",
    }),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain("2016-12-31");
});

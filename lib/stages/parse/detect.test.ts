import fc from "fast-check";
import { expect, test } from "vitest";
import { columnNamesOf } from "./column-names.ts";
import { encodingWatch } from "./encoding.ts";
import { findHeader } from "./find-header.ts";
import { guessDelimiter } from "./guess-delimiter.ts";

test("text is known as UTF-8 however the pieces of it are cut", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
      (text, sizes) => {
        const bytes = Buffer.from(`${text.toWellFormed().replaceAll("\0", "")}é`);
        const watch = encodingWatch();
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          watch.see(bytes.subarray(at, at + size));
          at += size;
        }
        expect(watch.verdict().encoding).toBe("utf-8");
      },
    ),
  );
});

test("one broken byte anywhere, also at the very end, is not UTF-8", () => {
  for (const tail of [[0xe9], [0xc3], [0xf0, 0x9f, 0x98]]) {
    const watch = encodingWatch();
    watch.see(Buffer.from([...Buffer.from("name\nZo"), ...tail]));
    expect(watch.verdict().encoding).toBe("windows-1252");
  }
});

/** Bytes of a text in an encoding of one byte a letter. */
function bytesIn(encoding: string, text: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const byteByLetter = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from(Array.from(text, (letter) => byteByLetter.get(letter) ?? 0x3f));
}
const polish = "id;imię;kwota\n1;Łukasz Źrebak;£5\n2;Małgorzata Wójcik;7\n3;GRAŻYNA Śliwa;5\n";

test.each(["windows-1250", "iso-8859-2"])("Polish letters in %s are known, however the bytes are cut", (encoding) => {
  const bytes = bytesIn(encoding, polish);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sizes) => {
      const watch = encodingWatch();
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        watch.see(bytes.subarray(at, at + size));
        at += size;
      }
      expect(watch.verdict().encoding).toBe(encoding);
    }),
  );
});

test.each([
  ["German and French", "Köln;Jürgen;Zoë;Façade;Straße;Œuvre"],
  ["sums, powers and quotations", "£5;3³;m²;¼ cup;£100;¿Qué?;¿que tal;±2;“a”;£9"],
])("%s are Windows-1252", (_, text) => {
  const watch = encodingWatch();
  watch.see(bytesIn("windows-1252", `${text}\n`.repeat(5)));
  expect(watch.verdict().encoding).toBe("windows-1252");
});

test.each([
  ["a;b;c\n1,5;2,5;3,5\n4,0;5,0;6,0\n", ";"],
  ['a,b\n"x;y",1\n"z;w",2\n', ","],
  ["a\tb\n1,2\t3\n", "\t"],
  ["a|b|c\n1|2|3\n", "|"],
  ["only one column\nx\n", ","],
  ['id,note\n1,"a, b; c; d"\n2,e\n', ","],
])("the delimiter of %j is %j", (sample, delimiter) => {
  expect(guessDelimiter(sample, true).delimiter).toBe(delimiter);
});

test("columns have names to show, one each", () => {
  expect(columnNamesOf([" CompanyNumber", "", "Name", "name", "Name", "\u00a0"])).toEqual([
    "CompanyNumber",
    "Column 2",
    "Name",
    "name (2)",
    "Name (3)",
    "Column 6",
  ]);
});

test("a row that names every column is not pushed aside by a client whose values sound like names of columns", () => {
  const rows = [
    ["a", "b", "c"],
    ["x", "", "name"],
    ["y", "id", "city"],
  ];
  const records = rows.map((cells, index) => ({ cells, lineNumber: index + 1 }));
  expect(findHeader(records, 3, false).headerLine).toBe(1);
});

test("lines of metadata above the names are passed over, also when they are as wide as the table", () => {
  const rows = [
    ["EXTF", "700", "21", "Kreditoren"],
    ["Konto", "Name", "Ort", "Land"],
    ["70001", "Nordwind GmbH", "Kiel", "DE"],
    ["70002", "Ostsee KG", "Rostock", "DE"],
  ];
  const records = rows.map((cells, index) => ({ cells, lineNumber: index + 1 }));
  expect(findHeader(records, 4, false).headerLine).toBe(2);
});

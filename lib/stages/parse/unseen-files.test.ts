import fc from "fast-check";
import { expect, test } from "vitest";
import { tableFrom } from "./test-stored.ts";

const many = (count: number, line: (n: number) => string) => Array.from({ length: count }, (_, n) => line(n)).join("");
const rowsOf = async (text: string | Uint8Array, name = "x.csv") => (await tableFrom(text, name, {}, [997])).rows;

test.each([
  ["old Macs' line ends", "id,name\r1,Ann\r2,Bob\r"],
  ["mixed line ends", "id,name\r\n1,Ann\n2,Bob\r\n"],
  ["a mark in the middle, where files were joined", "\ufeffid,name\n1,Ann\n\ufeffid,name\n2,Bob\n"],
  ["a mark before a quoted cell in the middle", '\ufeffid,name\n1,Ann\n\ufeff"2",Bob\n'],
  ["Ctrl-Z at the end", "id,name\r\n1,Ann\r\n2,Bob\r\n\x1a\x1a"],
  ["Ctrl-Z right behind the last cell", "id,name\r\n1,Ann\r\n2,Bob\x1a"],
  ["doubled pipes", "id||name\n1||Ann\n2||Bob\n"],
  ["doubled semicolons", "id;;name;;\n1;;Ann;;\n2;;Bob;;\n"],
  ["signs in a row between cells", "id~|~name\n1~|~Ann\n2~|~Bob\n"],
  ["at signs between cells", "id@@name\n1@@Ann\n2@@Bob\n"],
  ["blanks before quotes", 'id, "name"\n1, "Ann"\n2, "Bob"\n'],
  ["blanks behind quotes", '"id" ,"name" \n"1" ,"Ann"  \n"2" ,"Bob"\n'],
  [
    "a frame of dashes and pipes",
    "------------\n|id |name  |\n|---|------|\n|1  |Ann   |\n|2  |Bob   |\n------------\n",
  ],
  ["the table of a database's terminal", " id | name \n----+------\n  1 | Ann\n  2 | Bob\n"],
  ["a table in Markdown", "| id | name |\n|:---|-----:|\n| 1 | Ann |\n| 2 | Bob |\n"],
])("%s: two people are two rows of two cells", async (_, text) => {
  expect((await rowsOf(text)).map((row) => row.slice(0, 2))).toEqual([
    ["1", "Ann"],
    ["2", "Bob"],
  ]);
});

test.each([
  ["called Day", ["1001,Ann,Smith,1980-01-01", "1002,Bob,Day,1981-01-01", "1003,Cy,Street,1982-01-01"]],
  [
    "without a birthday",
    ["1001,Ann,Smith,1980-01-01", "1002,Bob,Fox,1981-01-01", "1003,Cy,Lee,unknown", "1004,Di,Ito,1983-01-01"],
  ],
  [
    "without a number and a birthday",
    ["1001,Ann,Smith,1980-01-01", "1002,Bob,Fox,1981-01-01", "new,Cy,Day,n/a", "1004,Di,Ito,1983-01-01"],
  ],
  ["at the top without a birthday", ["1001,Ann,Smith,unknown", "1002,Bob,Fox,1981-01-01", "1003,Cy,Lee,1982-01-01"]],
])("somebody %s is not taken for column names where rows alone stand", async (_, lines) => {
  const read = await tableFrom(`\ufeff${lines.join("\n")}\n`);
  expect(read.form.headerLine).toBeNull();
  expect(read.rows.map((row) => row.join())).toEqual(lines);
});

test("of clients with a number and a birthday none is taken for column names, whatever they are called and whoever lacks one of the two", () => {
  const name = fc.constantFrom("Ann", "Day", "Street", "Fox", "Name", "Country", "Kunde", "Firma");
  const client = fc.record({ given: name, family: name, lacks: fc.constantFrom("", "", "", "", "number", "birthday") });
  return fc.assert(
    fc.asyncProperty(fc.array(client, { minLength: 3, maxLength: 30 }), async (clients) => {
      fc.pre(clients.filter(({ lacks }) => lacks !== "").length * 4 < clients.length);
      const lines = clients.map(
        ({ given, family, lacks }, at) =>
          `${lacks === "number" ? "new" : 1001 + at},${given},${family},${lacks === "birthday" ? "unknown" : `19${60 + at}-01-${10 + (at % 9)}`}`,
      );
      expect((await rowsOf(`${lines.join("\n")}\n`)).map((row) => row.join())).toEqual(lines);
      const named = `id,first name,surname,born\n${lines.join("\n")}\n`;
      expect((await tableFrom(named)).form.headerLine).toBe(1);
    }),
  );
});

test.each([
  [
    "names cut in two",
    "Anagrafica;;;\nCodice;Ragione;Partita;Data\ncliente;sociale;IVA;nascita\n001;Rossi;01234567890;\n002;Neri;09876543210;01/02/1970\n",
    ["Codice cliente", "Ragione sociale", "Partita IVA", "Data nascita"],
    3,
  ],
  [
    "units under names",
    "id,amount,born\n,(EUR),(dd/mm/yyyy)\n1,100,01/02/1980\n2,200,03/04/1981\n",
    ["id", "amount (EUR)", "born (dd/mm/yyyy)"],
    2,
  ],
])("%s are one header, and a person is asked to look at the second line", async (_, text, columns, line) => {
  const read = await tableFrom(text);
  expect(read.columns).toEqual(columns);
  expect(read.rows).toHaveLength(2);
  expect(read.reading.doubts.map(({ sentence }) => sentence).join()).toContain(
    `Line ${line} is taken for a second row`,
  );
});

test.each([
  ["who has words for two dates", "id,born,joined\n1,n/a,unknown\n2,01/02/1980,02/02/2000\n3,01/02/1981,02/02/2001\n"],
  [
    "with a number under the number",
    "id,born,joined\n1,spring,summer\n2,01/02/1980,02/02/2000\n3,01/02/1981,02/02/2001\n",
  ],
  [
    "with a number of letters and digits",
    "ref,born,joined\nA-1,spring,summer\nA-2,01/02/1980,02/02/2000\nA-3,01/02/1981,02/02/2001\n",
  ],
  ["in a table of words", "name,town,note\nAnn,Leeds,good\nBob,Köln,late\nCy,Lyon,new\n"],
])("a first client %s stays a client", async (_, text) => {
  expect(await rowsOf(text)).toHaveLength(3);
});

test("single quotes around some cells are quotes when most lines have them", async () => {
  expect(await rowsOf("id,name\n'1','Ann, Lee'\n'2','O''Neil'\n")).toEqual([
    ["1", "Ann, Lee"],
    ["2", "O'Neil"],
  ]);
});

test.each([
  ["in an answer's envelope", '{"data":{"page":1,"clients":[{"id":"1"},{"id":"2"}]},"meta":{"n":2}}'],
  ["in wrappers of one member", '{"export":{"v2":{"people":[{"id":"1"},{"id":"2"}]}}}'],
  [
    "in an envelope longer than what is looked at first",
    `{"data":{"other":{"a":[1]},"clients":[{"id":"1"},{"id":"2"}]},"meta":{"note":"${"x".repeat(1_200_000)}"}}`,
  ],
])("JSON records %s are found", async (_, text) => {
  expect(await rowsOf(text, "x.json")).toEqual([["1"], ["2"]]);
});

test.each([
  ["JSON lists without names", '[["id","name"],["1","Ann"]]', "x.json", /lists without names/],
  [
    "lines in quotation marks as a whole",
    '"1,""Ann, Lee"",UK"\n"2,""Bob"",DE"\n',
    "x.csv",
    /marks as a whole.*a comma/,
  ],
])("%s are told", async (_, text, name, words) => {
  const { reading } = await tableFrom(text, name);
  expect(reading.doubts.map(({ sentence }) => sentence).join("\n")).toMatch(words);
});

test("one client with a list of addresses in a part of it is one record", async () => {
  const read = await tableFrom('{"lei":"X","entity":{"name":"Acme","addresses":[{"town":"Leeds"}]}}', "x.json");
  expect(read.rows).toHaveLength(1);
  expect(read.columns).toContain("lei");
});

test("databases' backslashes and NULLs are understood, also where records are cut anywhere", async () => {
  const mysql = 'id,name,note\n"1","Ann \\"the boss\\" Lee",\\N\n"2","a, \\"q\\", b","c:\\\\dir"\n3,\\N,"x"\n';
  const postgres = "1\tAnn\\tLee\t\\N\n2\tline\\nbreak\t\\N\n3\tback\\\\slash\tx\n";
  for (const sizes of [[1], [2], [3, 1], [997]]) {
    expect((await tableFrom(mysql, "x.csv", {}, sizes)).rows).toEqual([
      ["1", 'Ann "the boss" Lee', ""],
      ["2", 'a, "q", b', "c:\\dir"],
      ["3", "", "x"],
    ]);
    expect((await tableFrom(postgres, "x.txt", { headerLine: null }, sizes)).rows).toEqual([
      ["1", "Ann\tLee", ""],
      ["2", "line\nbreak", ""],
      ["3", "back\\slash", "x"],
    ]);
  }
});

test("backslashes of an ordinary file stay as they are written", async () => {
  const rows = await rowsOf('id,path,note\n1,"c:\\temp\\",\\N\n2,"d:\\new",x\n');
  expect(rows).toEqual([
    ["1", "c:\\temp\\", "\\N"],
    ["2", "d:\\new", "x"],
  ]);
});

test("an undoubled quote inside a quoted cell stays in it, and the line is named", async () => {
  const read = await tableFrom('id,name,size\n1,"Ann "the boss" Lee",5\n2,Bob,6" pipe\n3,"C, D",7\n');
  expect(read.rows.map(([, name]) => name)).toEqual(['Ann "the boss" Lee', "Bob", "C, D"]);
  expect(read.reading.doubts).toContainEqual({ lineNumber: 2, sentence: expect.stringMatching(/not doubled/) });
});

test("the header is found below a preamble of forty lines", async () => {
  const text = `${many(40, (n) => `Report line ${n}, printed, by, someone\n`)}\nid;name;city;dob\n${many(200, (n) => `${n};A;B;1980-01-02\n`)}`;
  expect(await tableFrom(text)).toMatchObject({
    form: { headerLine: 42, delimiter: ";" },
    columns: ["id", "name", "city", "dob"],
    rowCount: 200,
  });
});

test("the first letter outside ASCII decides, however far into the file it stands", async () => {
  const far = `id,name,city\n${many(170_000, (n) => `${n},Ann Smith ${n},Leeds in Yorkshire\n`)}`;
  const old = await tableFrom(Buffer.concat([Buffer.from(far), Buffer.from("9,Zo\xeb,K\xf6ln\n", "latin1")]));
  expect(old).toMatchObject({ form: { encoding: "windows-1252" }, rowCount: 170_001 });
  expect(old.rows.at(-1)).toEqual(["9", "Zoë", "Köln"]);
  const utf8 = await tableFrom(`${far}9,Zoë,Köln\n`, "x.csv", {}, [65_537]);
  expect(utf8.form.encoding).toBe("utf-8");
  expect(utf8.rows.at(-1)).toEqual(["9", "Zoë", "Köln"]);
}, 30_000);

test.each([
  [
    "a table of fixed widths",
    many(30, (n) => `${String(n).padEnd(7)}${`Ann ${n}`.padEnd(18)}Leeds       19800102\n`),
    "x.txt",
    /fixed column widths/,
  ],
  ["a table in a web page", "<table><tr><td>id</td></tr></table>", "x.xls", /web page with a table/],
  [
    "a web page with a table",
    "<html><body><table><tr><td>1</td></tr></table></body></html>",
    "x.xls",
    /web page with a table/,
  ],
  [
    "Excel's XML of 2003",
    '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    "x.xls",
    /Excel 2003/,
  ],
  ["a mailbox", "From a@b.example Mon Jan  1 00:00:00 2024\nSubject: x\n\nbody\n", "x.mbox", /mailbox/],
  ["address cards", "BEGIN:VCARD\nFN:Ann\nEND:VCARD\n", "x.vcf", /vCard/],
  ["a dump of a database", "-- MySQL dump 10.13\nINSERT INTO x VALUES (1);\n", "x.sql", /dump/],
  ["a picture of a phone", Buffer.from("\0\0\0\x18ftypheic\0\0", "latin1"), "x.csv", /picture/],
  ["NUL bytes", "id,name\n1,a\0b\n", "x.csv", /NUL byte at position 12/],
])("%s is refused in a sentence that says what it is", async (_, content, name, sentence) => {
  await expect(tableFrom(content, name)).rejects.toThrow(sentence);
});

test("a record without an end costs no square of its length, and is refused", async () => {
  const begun = performance.now();
  await expect(tableFrom(`id,name\n${"a,".repeat(9_000_000)}`)).rejects.toThrow(/longer than 16 MB/);
  const swallowing = await tableFrom(`id,name\n1,"${many(700_000, () => "abc,defghijklmnopqrstuv\n")}`);
  expect(swallowing.rowCount).toBe(700_000);
  // Seconds where it was minutes: wide enough for any machine.
  expect(performance.now() - begun).toBeLessThan(25_000);
}, 60_000);

test("two names that become one column are told, not lost unseen", async () => {
  const read = await tableFrom('[{"a.b":1,"a":{"b":2}}]', "x.json");
  expect(read.reading.doubts).toEqual([{ lineNumber: 1, sentence: expect.stringMatching(/“a.b” more than once/) }]);
});

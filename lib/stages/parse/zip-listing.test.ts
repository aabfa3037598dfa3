import fc from "fast-check";
import { expect, test } from "vitest";
import { zipOf } from "../../sheets/zip-of.ts";
import { storedOf, tableFrom } from "./test-stored.ts";
import { listArchive } from "./zip-listing.ts";

async function archiveOf(files: Record<string, string>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf(Object.entries(files).map(([name, text]) => ({ name, content: [text] }))))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Changes two bytes in the line of the directory that tells of the first file: 8 are its flags, 24 its size, 40 its mode. */
function changed(archive: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(archive);
  copy.writeUInt16LE(value, copy.indexOf("PK\x01\x02", 0, "latin1") + at);
  return copy;
}

test("an archive of documents is listed without unpacking; leftovers of operating systems are counted apart", async () => {
  const archive = await archiveOf({
    "C1/pass.pdf": "%PDF",
    "C2/ä.png": "x",
    "__MACOSX/C1/._pass.pdf": "x",
    "C1/.DS_Store": "x",
    "C3/": "",
  });
  expect(await listArchive(storedOf(archive, [7]))).toEqual({
    files: [
      { name: "C1/pass.pdf", sizeBytes: 4 },
      { name: "C2/ä.png", sizeBytes: 1 },
    ],
    refused: [],
    leftOut: 3,
  });
});

test.each([
  ["../../etc/passwd", /leads out/],
  ["/etc/passwd", /leads out/],
  ["C:\\Windows\\x.pdf", /leads out/],
  ["a\\..\\..\\x.pdf", /leads out/],
  ["inner.zip", /archive inside/],
  ["inner.tar.gz", /archive inside/],
])("the entry %s is refused with the reason, the others stay", async (name, because) => {
  const listing = await listArchive(storedOf(await archiveOf({ [name]: "x", "good.pdf": "y" })));
  expect(listing.files.map((file) => file.name)).toEqual(["good.pdf"]);
  expect(listing.refused).toEqual([{ name, because: expect.stringMatching(because) }]);
});

test("entries with a password, links, doubles and bombs are refused", async () => {
  const archive = await archiveOf({ "a.pdf": "x", "A.PDF": "y" });
  expect((await listArchive(storedOf(archive))).refused).toEqual([
    { name: "A.PDF", because: expect.stringMatching(/same name/) },
  ]);
  const only = await archiveOf({ "a.pdf": "x" });
  expect((await listArchive(storedOf(changed(only, 8, 1)))).refused[0]?.because).toMatch(/password/);
  expect((await listArchive(storedOf(changed(only, 40, 0xa1ff)))).refused[0]?.because).toMatch(/link/);
  expect((await listArchive(storedOf(changed(only, 26, 0x7fff)))).refused[0]?.because).toMatch(/ZIP bomb/);
});

test("an archive that claims more than 20 GB, or is cut off, is refused whole", async () => {
  const huge = await archiveOf(
    Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`${n}.pdf`, "x".repeat(1000)])),
  );
  for (let at = huge.indexOf("PK\x01\x02", 0, "latin1"); at !== -1; at = huge.indexOf("PK\x01\x02", at + 4, "latin1")) {
    huge.writeUInt32LE(10_000_000, at + 20);
    huge.writeUInt32LE(2_000_000_000, at + 24);
  }
  await expect(listArchive(storedOf(huge))).rejects.toThrow(/more than 20 GB/);
  await expect(listArchive(storedOf(huge.subarray(0, -30)))).rejects.toThrow(/damaged or was cut off/);
});

test("no bytes make the listing crash: it lists, or refuses in a sentence", async () => {
  const good = await archiveOf({ "a.pdf": "x", "b.pdf": "y" });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async (changes) => {
        const broken = Buffer.from(good);
        for (const [at, byte] of changes) broken[at] = byte;
        const outcome = await listArchive(storedOf(broken)).catch((cause: Error) => cause.constructor.name);
        expect(typeof outcome === "string" ? outcome : "listed").toMatch(/^(?:listed|Unreadable)$/);
      },
    ),
    { numRuns: 300 },
  );
});

test("a ZIP archive that holds one export is read as that export, a Mac's leftovers beside it too", async () => {
  const csv = "id;name\n1;Zoë\n";
  const read = await tableFrom(
    await archiveOf({ "out/clients.csv": csv, "__MACOSX/out/._clients.csv": "x" }),
    "x.zip",
    {},
    [5],
  );
  expect(read).toMatchObject({ form: { member: "out/clients.csv", delimiter: ";" }, rows: [["1", "Zoë"]] });
  const book = await archiveOf({ "xl/workbook.xml": "<x/>" });
  await expect(tableFrom(book, "x.zip")).rejects.toThrow(/no sheet/);
});

test.each([
  ["several files", { "a.csv": "id\n1\n", "b.csv": "id\n2\n" }, /ZIP archive of 2 files.*one by one/],
  ["nothing", { "folder/": "" }, /empty/],
])("a ZIP archive of %s is refused with what to do", async (_, files, sentence) => {
  await expect(tableFrom(await archiveOf(files), "x.zip")).rejects.toThrow(sentence);
});

test("an archive inside an archive is refused", async () => {
  const inner = await archiveOf({ "a.csv": "id,name\n1,A\n" });
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf([{ name: "inner.zip", content: [inner] }])) pieces.push(piece);
  await expect(tableFrom(Buffer.concat(pieces), "x.zip")).rejects.toThrow(/ZIP archive inside another/);
});

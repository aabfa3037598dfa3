import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { blankForm } from "./detected.ts";
import { archiveEntriesMax, cellCharactersMax, columnsMax, nestingMax, rowsMax } from "./limits.ts";
import { tableOf } from "./table-of.ts";
import { storedOf, tableFrom } from "./test-stored.ts";
import { openArchive } from "./zip-archive.ts";

const wide = (columns: number) =>
  `${Array.from({ length: columns }, (_, n) => `c${n}`).join(",")}\n${Array.from({ length: columns }, (_, n) => n).join(",")}\n`;

test("as many columns as the limit says are read, one more is refused whole", async () => {
  expect((await tableFrom(wide(columnsMax))).columns).toHaveLength(columnsMax);
  await expect(tableFrom(wide(columnsMax + 1))).rejects.toThrow(/line 1 has 2,001 cells; at most 2,000 columns/);
  const names = (count: number) => `[{${Array.from({ length: count }, (_, n) => `"k${n}":1`).join(",")}}]`;
  expect((await tableFrom(names(columnsMax), "x.json")).columns).toHaveLength(columnsMax);
  await expect(tableFrom(names(columnsMax + 1), "x.json")).rejects.toThrow(/more than 2,000 different names/);
});

test.each([
  ["bare", (cell: string) => `id,name\n1,${cell}\n`, "x.csv"],
  ["quoted", (cell: string) => `id,name\n1,"${cell}"\n`, "x.csv"],
  ["in JSON", (cell: string) => `[{"id":1,"name":"${cell}"}]`, "x.json"],
])("a cell as long as the limit is read whole, %s, one character more is refused", async (_, file, name) => {
  const read = await tableFrom(file("a".repeat(cellCharactersMax)), name);
  expect(read.rows[0]?.[1]).toHaveLength(cellCharactersMax);
  await expect(tableFrom(file("a".repeat(cellCharactersMax + 1)), name)).rejects.toThrow(
    /longer than 1,000,000 characters/,
  );
});

test("as many rows as the limit says are taken, one more is refused whole", () => {
  let given = 0;
  const table = tableOf({ ...blankForm, headerLine: 1, width: 2 }, () => void given++);
  table.onRecord(["id", "name"], 1);
  const row = ["1", "Ann"];
  for (let n = 0; n < rowsMax; n++) table.onRecord(row, n + 2);
  expect(given).toBe(rowsMax);
  expect(() => table.onRecord(row, rowsMax + 2)).toThrow(/more than 10,000,000 rows. It was refused whole/);
}, 60_000);

test("JSON nested as deep as the limit is read, deeper is refused, however deep", async () => {
  const nested = (depth: number) => `[{"a":${"[".repeat(depth)}${"]".repeat(depth)}}]`;
  expect((await tableFrom(nested(nestingMax - 1), "x.json")).rowCount).toBe(1);
  for (const depth of [nestingMax, 100_000])
    await expect(tableFrom(nested(depth), "x.json")).rejects.toThrow(/nested too deeply/);
});

test("what unpacks to more than 250 times its size is refused, in gzip and in a workbook", async () => {
  const plain = Buffer.alloc(120_000_000, " ");
  await expect(tableFrom(gzipSync(plain))).rejects.toThrow(/more than 250 times/);
  await expect(tableFrom(archiveOf([["xl/workbook.xml", plain]]), "x.xlsx")).rejects.toThrow(/more than 250 times/);
}, 60_000);

test("an archive of more parts than the limit is refused before anything is unpacked", async () => {
  const parts = (count: number) =>
    archiveOf(Array.from({ length: count }, (_, n) => [`p${n}`, Buffer.from("x")] as const));
  expect((await openArchive(storedOf(parts(archiveEntriesMax)))).names).toHaveLength(archiveEntriesMax);
  await expect(openArchive(storedOf(parts(archiveEntriesMax + 1)))).rejects.toThrow(/10,001 parts; at most 10,000/);
}, 30_000);

function archiveOf(members: readonly (readonly [string, Buffer])[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, plain] of members) {
    const packed = deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const part = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, Buffer.from(name), packed]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0", "latin1"), fields, place, Buffer.from(name)]));
    local.push(part);
    at += part.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, list, end]);
}

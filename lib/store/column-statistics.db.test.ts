import { afterAll, beforeAll, expect, test } from "vitest";
import { valuesKeptMax } from "../domain/column-statistics.ts";
import { watchColumns } from "../domain/watch-columns.ts";
import { columnStatisticsOf, keepColumnStatistics } from "./column-statistics.ts";
import { columnValues } from "./column-values.ts";
import { deleteFileContents } from "./delete-file-contents.ts";
import { blocksOf } from "./source-rows.ts";
import { openTestRoom } from "./test-room.ts";

let room: Awaited<ReturnType<typeof openTestRoom>>;
beforeAll(async () => {
  room = await openTestRoom();
});
afterAll(() => room.close());

async function storedFile(rows: string[][], columns: string[], status: "parsed" | "withdrawn" = "parsed") {
  const { db, operator } = room.ctx;
  const file = await db.sourceFile.create({
    data: {
      migrationId: await room.newMigration(),
      name: "a.csv",
      entityType: "individual",
      status,
      sizeBytes: 1n,
      sha256: "0",
      storageKey: "none",
      columns,
      rowCount: rows.length,
      uploadedById: operator.id,
    },
  });
  await db.sourceBlock.createMany({ data: blocksOf(file.id, rows) });
  return file;
}

test("a file read before there were counts is counted from its rows once, the same as while it is read", async () => {
  const rows = [["GBR", "31/12/1980"], ["gbr", ""], ["GBR", "01/02/1980"], ["GBR"]];
  const file = await storedFile(rows, ["Land", "DOB"]);
  const watch = watchColumns();
  for (const [at, cells] of rows.entries()) watch.see(cells, at + 1);
  const expected = watch.found(2).map(({ values: _, ...column }) => column);
  expect(await columnStatisticsOf(room.ctx, file)).toMatchObject(expected);
  await room.ctx.db.sourceBlock.deleteMany({ where: { fileId: file.id } });
  expect(await columnStatisticsOf(room.ctx, file)).toEqual(expected);
});

test("all values of a column come with true counts, most frequent first, and can be searched", async () => {
  const file = await storedFile([["UK"], ["100%_x"], ["UK"], [""], ["France"], ["France"], ["UK"]], ["Land"]);
  await columnStatisticsOf(room.ctx, file);
  const all = await columnValues(room.ctx.db, file.id, 0, "");
  expect(all).toEqual({
    values: [
      { value: "UK", count: 3, row: 1 },
      { value: "France", count: 2, row: 5 },
      { value: "100%_x", count: 1, row: 2 },
    ],
    different: 3,
    isWhole: true,
  });
  expect((await columnValues(room.ctx.db, file.id, 0, "RAN")).values).toEqual([{ value: "France", count: 2, row: 5 }]);
  expect((await columnValues(room.ctx.db, file.id, 0, "%_")).values).toHaveLength(1);
});

test("where there are too many values to keep, the database counts them, and says how many there are", async () => {
  const rows = Array.from({ length: valuesKeptMax + 20 }, (_, at) => ["", `no ${at % (valuesKeptMax + 10)}`]);
  const file = await storedFile(rows, ["Blank", "No"]);
  await columnStatisticsOf(room.ctx, file);
  const all = await columnValues(room.ctx.db, file.id, 1, "");
  expect([all.different, all.isWhole, all.values.length]).toEqual([valuesKeptMax + 10, false, valuesKeptMax]);
  expect(all.values[0]).toEqual({ value: "no 0", count: 2, row: 1 });
  expect((await columnValues(room.ctx.db, file.id, 1, "NO 10009")).values).toEqual([
    { value: "no 10009", count: 1, row: 10_010 },
  ]);
});

test("values that hold the signs which part rows and cells in the database are counted as they are", async () => {
  const odd = ["a\x1fb", "\x1d2", "\x1e", "\x1d", "\x1f"];
  const many = Array.from({ length: valuesKeptMax + 1 }, (_, at) => [`${at}`, "x\x1dy"]);
  const file = await storedFile([...odd.map((cell) => [cell, ""]), ...many], ["Odd", "More"]);
  await columnStatisticsOf(room.ctx, file);
  for (const [at, cell] of odd.entries()) {
    const { values } = await columnValues(room.ctx.db, file.id, 0, cell);
    expect(values).toContainEqual({ value: cell, count: 1, row: at + 1 });
  }
  expect((await columnValues(room.ctx.db, file.id, 0, "a\x1fb")).values).toEqual([
    { value: "a\x1fb", count: 1, row: 1 },
  ]);
});

test("counts go with the rows of a file, and none are kept for a file that was taken out", async () => {
  const file = await storedFile([["x"]], ["A"]);
  await columnStatisticsOf(room.ctx, file);
  await room.ctx.db.$transaction((tx) => deleteFileContents(tx, file));
  expect(await room.ctx.db.columnStatistics.count({ where: { fileId: file.id } })).toBe(0);
  const gone = await storedFile([["x"]], ["A"], "withdrawn");
  await keepColumnStatistics(room.ctx.db, gone.id, watchColumns().found(1));
  expect(await room.ctx.db.columnStatistics.count({ where: { fileId: gone.id } })).toBe(0);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Transform } from "../../domain/mapping.ts";
import { openTestRoom, uploadOf } from "../../store/test-room.ts";
import { parseFile } from "../parse/command.ts";
import { saveMapping } from "./command.ts";
import { countUnread } from "./query/count-unread.ts";
import { previewJoin } from "./query/preview-join.ts";
import { readColumnValues } from "./query/read-column-values.ts";
import { readMapping } from "./query.ts";

let room: Awaited<ReturnType<typeof openTestRoom>>;
beforeAll(async () => {
  room = await openTestRoom();
});
afterAll(() => room.close());

const content = [
  "ID,Sex,Nation,Born,House,Flat",
  "1,H,Narnia,31/12/1980,Rose House,Flat 2",
  "2,M,narnia,01/02/1975,Elm House,",
  "3,M,GB,unknown,,Flat 9",
  "4,H,GB,05/06/1990,,",
].join("\n");

async function readFileOf(text: string): Promise<string> {
  const { ctx } = room;
  const migrationId = await room.newMigration();
  const fileId = crypto.randomUUID();
  const storageKey = `${migrationId}/${fileId}`;
  const stored = await ctx.files.put(storageKey, uploadOf(migrationId, text).stream);
  await ctx.db.sourceFile.create({
    data: {
      id: fileId,
      migrationId,
      name: "a.csv",
      entityType: "individual",
      ...stored,
      storageKey,
      uploadedById: "operator",
    },
  });
  await parseFile(ctx, { fileId });
  return fileId;
}

async function givenBy<T>(
  outcome: Promise<{ ok: true; value: T } | { ok: false; refusal: { sentence: string } }>,
): Promise<T> {
  const given = await outcome;
  if (!given.ok) throw new Error(given.refusal.sentence);
  return given.value;
}

const nation: Transform[] = [{ kind: "trim" }, { kind: "values", pairs: [], otherwise: "keep" }, { kind: "country" }];

test("a file is counted while it is read, and the screen tells of all its rows", async () => {
  const fileId = await readFileOf(content);
  const { columns, rowCount } = await givenBy(readMapping(room.ctx, fileId));
  expect(rowCount).toBe(4);
  expect(columns.map(({ filled, distinct, countedRows }) => [filled, distinct, countedRows])).toEqual([
    [4, 4, null],
    [4, 2, null],
    [4, 3, null],
    [4, 4, null],
    [2, 2, null],
    [2, 2, null],
  ]);
  expect(columns[3]?.dates.map(({ order, count }) => [order, count])).toEqual([
    ["either", 2],
    ["day_first", 1],
    [null, 1],
  ]);
});

test("the grid gives values with their rows in all spellings, and what becomes of each", async () => {
  const fileId = await readFileOf(content);
  const ask = (part: object) =>
    givenBy(
      readColumnValues(
        room.ctx,
        { fileId, column: 2 },
        { field: "nationality", transforms: nation, at: 1, search: "", view: "all", offset: 0, ...part },
      ),
    );
  expect(await ask({})).toMatchObject({
    isWhole: true,
    different: 2,
    views: { all: { values: 2, rows: 4 }, unread: { values: 1, rows: 2 } },
    values: [
      { value: "Narnia", count: 2, becomes: null, issue: "Nationality “Narnia” is not a country we know." },
      { value: "GB", count: 2, becomes: "GBR", issue: null },
    ],
    nextOffset: null,
  });
  expect((await ask({ search: "gb" })).values).toHaveLength(1);
  expect((await ask({ view: "unread" })).values).toHaveLength(1);
  expect(
    await readColumnValues(
      room.ctx,
      { fileId, column: 9 },
      { field: "nationality", transforms: [], at: 0, search: "", view: "all", offset: 0 },
    ),
  ).toMatchObject({ ok: false });
});

test("rows that the steps cannot read are counted over the whole file, by value and by date", async () => {
  const fileId = await readFileOf(content);
  const count = (column: number, field: string, transforms: Transform[]) =>
    givenBy(countUnread(room.ctx, { fileId, column }, { field, transforms }));
  expect(await count(2, "nationality", nation)).toMatchObject({ unread: { rows: 2, values: 1 } });
  expect(await count(3, "dateOfBirth", [{ kind: "date", format: "DD/MM/YYYY" }])).toMatchObject({
    unread: { rows: 1, examples: [{ value: "unknown", row: 3 }] },
  });
});

test("a rule is shown on rows that differ in what is filled", async () => {
  const fileId = await readFileOf(content);
  const { rows } = await givenBy(
    previewJoin(room.ctx, fileId, {
      field: "address.premise",
      rule: { field: "address.premise", order: [5, 4], take: "joined", separator: ", " },
      assignments: [4, 5].map((column) => ({ column, field: "address.premise", transforms: [] })),
    }),
  );
  expect(rows.map(({ rowNumber, becomes }) => [rowNumber, becomes])).toEqual([
    [1, "Flat 2, Rose House"],
    [2, "Elm House"],
    [3, "Flat 9"],
  ]);
});

test("a mapping that would read a woman's M as a man's is refused, with the reason", async () => {
  const fileId = await readFileOf(content);
  const save = (transforms: Transform[]) =>
    saveMapping(room.ctx, fileId, { assignments: [{ column: 1, field: "gender", transforms }], constants: [] });
  const refusal = await save([{ kind: "trim" }]);
  expect(refusal).toMatchObject({
    ok: false,
    refusal: { sentence: expect.stringContaining("say in a value map what M becomes") },
  });
  const pairs = [
    { from: "H", to: "M" },
    { from: "M", to: "F" },
  ];
  expect(await save([{ kind: "values", pairs, otherwise: "keep" }])).toMatchObject({ ok: true });
});

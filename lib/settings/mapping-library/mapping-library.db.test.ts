import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { MappingBody } from "../../domain/mapping.ts";
import { reuseMappingVersion } from "../../stages/map/command/reuse-mapping-version.ts";
import { saveToLibrary } from "../../stages/map/command/save-to-library.ts";
import { takeInMapping } from "../../stages/map/command/take-in-mapping.ts";
import { saveMapping } from "../../stages/map/command.ts";
import { findEarlierMappings } from "../../stages/map/query/find-earlier-mappings.ts";
import { listMappingVersions } from "../../stages/map/query/list-mapping-versions.ts";
import { lookAtMappingFile } from "../../stages/map/query/look-at-mapping-file.ts";
import { readMapping } from "../../stages/map/query.ts";
import { blocksOf } from "../../store/source-rows.ts";
import { openTestRoom } from "../../store/test-room.ts";
import { must } from "../../test-world.ts";
import { renameSavedMapping } from "./command/rename-saved-mapping.ts";
import { bringBackSavedMapping, retireSavedMapping } from "./command/retirement.ts";
import { compareSavedVersions, listSavedMappings, mappingFileOf, readSavedMapping, readSavedVersion } from "./query.ts";

let room: Awaited<ReturnType<typeof openTestRoom>>;
beforeAll(async () => {
  room = await openTestRoom();
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.ctx.db.mapping.deleteMany();
  await room.ctx.db.savedMappingVersion.deleteMany();
  await room.ctx.db.savedMapping.deleteMany();
  await room.ctx.db.sourceBlock.deleteMany();
  await room.ctx.db.sourceFile.deleteMany();
});

const trim = { kind: "trim" } as const;
const headers = ["KD_NR", "Nachname", "DOB"];
const rows = [
  ["001", "Test", "31/12/1980"],
  ["002", "Probe", "01/02/1990"],
];
const body = (format: "DD/MM/YYYY" | "DD.MM.YYYY" = "DD/MM/YYYY"): MappingBody => ({
  assignments: [
    { column: 0, field: "reference", transforms: [trim] },
    { column: 1, field: "familyName", transforms: [trim] },
    { column: 2, field: "dateOfBirth", transforms: [trim, { kind: "date", format }] },
  ],
  constants: [],
});

async function newFile(columns = headers, cells = rows, migrationId?: string): Promise<string> {
  const { id: fileId } = await room.ctx.db.sourceFile.create({
    data: {
      migrationId: migrationId ?? (await room.newMigration()),
      name: "people.csv",
      entityType: "individual",
      status: "parsed",
      sizeBytes: 1n,
      sha256: "0",
      storageKey: "none",
      columns,
      rowCount: cells.length,
      uploadedById: room.ctx.operator.id,
    },
  });
  await room.ctx.db.sourceBlock.createMany({ data: blocksOf(fileId, cells) });
  return fileId;
}

/** A file with a saved mapping that is in the library under this name. */
async function keptFile(name = "People") {
  const fileId = await newFile();
  must(await saveMapping(room.ctx, fileId, body()));
  return { fileId, ...must(await saveToLibrary(room.ctx, fileId, { name, note: "" })) };
}
const sentenceOf = (outcome: { ok: boolean } & ({ ok: true } | { ok: false; refusal: { sentence: string } })) =>
  outcome.ok ? "done" : outcome.refusal.sentence;

test("saving the same mapping twice makes one version, also under another spelling of the name", async () => {
  const { fileId, savedMappingId } = await keptFile();
  const again = must(await saveToLibrary(room.ctx, fileId, { name: " people ", note: "again" }));
  expect(again).toEqual({ savedMappingId, version: 1, isNew: false });
  expect(must(await readSavedMapping(room.ctx, savedMappingId)).versions).toHaveLength(1);
});

test("a changed mapping becomes the next version, and the difference is told between any two", async () => {
  const { fileId, savedMappingId } = await keptFile();
  must(await saveMapping(room.ctx, fileId, body("DD.MM.YYYY")));
  expect(must(await saveToLibrary(room.ctx, fileId, { name: "People", note: "dots" })).version).toBe(2);
  const sentence = "“DOB” (Date of birth): dates are read as DD.MM.YYYY instead of DD/MM/YYYY.";
  const read = must(await readSavedMapping(room.ctx, savedMappingId));
  expect(read.versions.map(({ version, changes, note }) => ({ version, changes, note }))).toEqual([
    { version: 2, changes: [sentence], note: "dots" },
    { version: 1, changes: [], note: "" },
  ]);
  expect(must(await compareSavedVersions(room.ctx, savedMappingId, { from: 1, to: 2 })).changes).toEqual([sentence]);
  expect(must(await compareSavedVersions(room.ctx, savedMappingId, { from: 2, to: 2 })).changes).toEqual([]);
  expect(must(await readSavedVersion(room.ctx, { savedMappingId, version: 1 })).words.columns[2]?.becomes).toEqual([
    "Date of birth (dates as DD/MM/YYYY)",
  ]);
});

test("two people who save under one name at the same moment get two versions, not one twice", async () => {
  const { savedMappingId } = await keptFile();
  const [a, b] = [await newFile(), await newFile()];
  must(await saveMapping(room.ctx, a, body("DD.MM.YYYY")));
  must(await saveMapping(room.ctx, b, { ...body(), constants: [{ field: "gender", value: "F" }] }));
  const saved = await Promise.all(
    [a, b].map((fileId) => saveToLibrary(room.ctx, fileId, { name: "People", note: "" })),
  );
  expect(saved.map((outcome) => must(outcome).version).sort()).toEqual([2, 3]);
  expect(must(await readSavedMapping(room.ctx, savedMappingId)).versions).toHaveLength(3);
});

test("a file without a saved mapping has nothing to keep, and a name that is retired or of other rows is refused", async () => {
  expect(sentenceOf(await saveToLibrary(room.ctx, await newFile(), { name: "People", note: "" }))).toContain(
    "Save it first",
  );
  const { fileId, savedMappingId } = await keptFile();
  must(await retireSavedMapping(room.ctx, savedMappingId));
  must(await saveMapping(room.ctx, fileId, body("DD.MM.YYYY")));
  expect(sentenceOf(await saveToLibrary(room.ctx, fileId, { name: "People", note: "" }))).toContain("is retired");
  await room.ctx.db.savedMapping.update({
    where: { id: savedMappingId },
    data: { entityType: "company", retiredAt: null },
  });
  expect(sentenceOf(await saveToLibrary(room.ctx, fileId, { name: "People", note: "" }))).toContain(
    "mapping of companies",
  );
});

test("a mapping that is downloaded and taken in again changes nothing; changed, it becomes the next version", async () => {
  const { savedMappingId } = await keptFile();
  const file = await mappingFileOf(room.ctx, { savedMappingId, version: 1 });
  const document = JSON.parse(file?.text ?? "");
  expect(file?.name).toBe("mapping-Legacy-People-version-1");
  expect(must(await lookAtMappingFile(room.ctx, { document }))).toMatchObject({ isTakeable: false, changes: [] });
  const take = { document, note: "", fileName: "m.json" };
  expect(must(await takeInMapping(room.ctx, take))).toEqual({ savedMappingId, version: 1, isNew: false });
  const changed = { ...document, mapping: { ...document.mapping, constants: [{ field: "gender", value: "F" }] } };
  expect(must(await lookAtMappingFile(room.ctx, { document: changed }))).toMatchObject({
    isTakeable: true,
    sentence: "It becomes version 2 of “People”. Version 1 stays in the library.",
    changes: ["Every row now gets “F” as Gender."],
  });
  expect(await room.ctx.db.savedMappingVersion.count()).toBe(1);
  expect(must(await takeInMapping(room.ctx, { ...take, document: changed })).version).toBe(2);
  expect(must(await takeInMapping(room.ctx, { ...take, document: changed }))).toMatchObject({
    version: 2,
    isNew: false,
  });
});

test("a mapping file is taken in under another name or for another system, and one that is broken not at all", async () => {
  const { savedMappingId } = await keptFile();
  const document = JSON.parse((await mappingFileOf(room.ctx, { savedMappingId, version: 1 }))?.text ?? "");
  must(
    await takeInMapping(room.ctx, { document, name: "Clients", sourceSystem: "Other", note: "", fileName: "m.json" }),
  );
  expect(
    must(await listSavedMappings(room.ctx)).mappings.map(({ name, sourceSystem }) => [sourceSystem, name]),
  ).toEqual([
    ["Legacy", "People"],
    ["Other", "Clients"],
  ]);
  const broken = { ...document, columns: ["KD_NR"] };
  const take = { document: broken, note: "", fileName: "m.json", name: "Broken" };
  expect(sentenceOf(await takeInMapping(room.ctx, take))).toContain("“Nachname”, which is not among its “columns”");
  expect(sentenceOf(await lookAtMappingFile(room.ctx, take))).toContain("cannot be taken in");
  expect(await room.ctx.db.savedMapping.count()).toBe(2);
});

test("renaming, retiring and bringing back may be repeated, and a name that is taken is refused", async () => {
  const { savedMappingId } = await keptFile();
  await keptFile("Clients");
  expect(sentenceOf(await renameSavedMapping(room.ctx, savedMappingId, "CLIENTS"))).toContain(
    "has a mapping “Clients” already",
  );
  for (const _ of [1, 2]) must(await renameSavedMapping(room.ctx, savedMappingId, "Persons"));
  must(await retireSavedMapping(room.ctx, savedMappingId));
  const first = must(await readSavedMapping(room.ctx, savedMappingId));
  must(await retireSavedMapping(room.ctx, savedMappingId));
  expect(must(await readSavedMapping(room.ctx, savedMappingId))).toEqual(first);
  expect(first).toMatchObject({ name: "Persons", retiredByName: "Olivia Operator" });
  for (const _ of [1, 2]) must(await bringBackSavedMapping(room.ctx, savedMappingId));
  expect(must(await readSavedMapping(room.ctx, savedMappingId)).retiredAt).toBeNull();
  const nobody = "00000000-0000-4000-8000-000000000000";
  for (const act of [retireSavedMapping, bringBackSavedMapping])
    expect(sentenceOf(await act(room.ctx, nobody))).toContain("no such mapping");
});

test("the next file of the same system is offered the library's mapping with its drift; a retired one or another system's is not offered", async () => {
  const { savedMappingId } = await keptFile();
  const next = await newFile(["Neu", "KD-NR", "DOB", "Nachname"], [["x", "1", "1980-12-31", "Test"]]);
  const { offers } = must(await findEarlierMappings(room.ctx, next));
  expect(offers).toHaveLength(1);
  expect(offers[0]).toMatchObject({
    title: "People, version 1",
    drift: {
      same: 2,
      added: ["“Neu”"],
      missing: [],
      renamed: [{ words: "“KD_NR”", name: "KD-NR", column: 1, isLikely: true }],
      datesToChoose: [2],
    },
  });
  must(await retireSavedMapping(room.ctx, savedMappingId));
  expect(must(await findEarlierMappings(room.ctx, next)).offers).toEqual([]);
  must(await bringBackSavedMapping(room.ctx, savedMappingId));
  await room.ctx.db.savedMapping.update({ where: { id: savedMappingId }, data: { sourceKey: "elsewhere" } });
  expect(must(await findEarlierMappings(room.ctx, next)).offers).toEqual([]);
});

test("within a migration the mapping of another file is offered, in the library or not", async () => {
  const migrationId = await room.newMigration();
  must(await saveMapping(room.ctx, await newFile(headers, rows, migrationId), body()));
  const { offers } = must(await findEarlierMappings(room.ctx, await newFile(headers, rows, migrationId)));
  expect(offers).toMatchObject([
    { savedVersionId: null, title: "Mapping of people.csv, version 1", drift: { same: 3 } },
  ]);
});

test("a file's mapping remembers what it began with, is counted as a use, and differs in words once it is changed", async () => {
  const { savedMappingId } = await keptFile();
  const { savedVersionId } = must(await findEarlierMappings(room.ctx, await newFile())).offers[0] ?? {};
  const next = await newFile();
  must(await saveMapping(room.ctx, next, body(), savedVersionId ?? undefined));
  expect(must(await listMappingVersions(room.ctx, next)).library).toMatchObject({ version: 1, changes: [] });
  expect(must(await readSavedMapping(room.ctx, savedMappingId)).versions[0]?.uses).toBe(2);
  must(await saveMapping(room.ctx, next, body("DD.MM.YYYY")));
  expect(must(await listMappingVersions(room.ctx, next)).library?.changes).toEqual([
    "“DOB” (Date of birth): dates are read as DD.MM.YYYY instead of DD/MM/YYYY.",
  ]);
  must(await saveToLibrary(room.ctx, next, { name: "People", note: "" }));
  expect(must(await listMappingVersions(room.ctx, next)).library).toMatchObject({ version: 2, changes: [] });
  const nobody = "00000000-0000-4000-8000-000000000000";
  expect(sentenceOf(await saveMapping(room.ctx, next, body(), nobody))).toContain("no such version");
});

test("an earlier version that is used again becomes a new version; used twice it changes nothing", async () => {
  const fileId = await newFile();
  must(await saveMapping(room.ctx, fileId, body()));
  must(await saveMapping(room.ctx, fileId, body("DD.MM.YYYY")));
  expect(must(await listMappingVersions(room.ctx, fileId)).versions[1]?.back).toEqual([
    "“DOB” (Date of birth): dates are read as DD/MM/YYYY instead of DD.MM.YYYY.",
  ]);
  expect(must(await reuseMappingVersion(room.ctx, fileId, 1)).version).toBe(3);
  expect(must(await reuseMappingVersion(room.ctx, fileId, 1)).version).toBe(3);
  expect(must(await listMappingVersions(room.ctx, fileId)).versions.map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(sentenceOf(await reuseMappingVersion(room.ctx, fileId, 9))).toContain("no version 9");
});

test("what people made of a header is proposed for the next file, until the file it was learned from is withdrawn", async () => {
  const fileId = await newFile(["ZZ_9", "X_8", "DOB"]);
  must(
    await saveMapping(room.ctx, fileId, {
      ...body(),
      assignments: [
        { column: 0, field: "reference", transforms: [trim] },
        { column: 1, field: null, transforms: [] },
      ],
    }),
  );
  const next = await newFile(["zz 9", "X_8"]);
  const columns = async () => must(await readMapping(room.ctx, next)).columns;
  expect(await columns()).toMatchObject([
    { suggestion: { field: "reference", reason: "“zz 9” became Client reference in an earlier mapping of Legacy." } },
    { suggestion: null, ignoreReason: "“X_8” was ignored on purpose in an earlier mapping of Legacy." },
  ]);
  await room.ctx.db.sourceFile.update({ where: { id: fileId }, data: { status: "withdrawn" } });
  expect(await columns()).toMatchObject([{ suggestion: null }, { suggestion: null }]);
  expect((await columns())[1]?.ignoreReason).toBeUndefined();
});

import { afterAll, expect, test } from "vitest";
import type { Assignment } from "../../domain/mapping.ts";
import { countsOf } from "../../store/counts-of.ts";
import { documentsOf } from "../../store/documents-of.ts";
import { isHeld } from "../../store/fixable.ts";
import { openTestRoom, uploadOf } from "../../store/test-room.ts";
import { saveMapping } from "../map/command.ts";
import { readMapping } from "../map/query.ts";
import { unpackDocuments } from "../parse/command/unpack-documents.ts";
import { parseFile } from "../parse/command.ts";
import { testArchive, testPdf, testPng, testTiff } from "../parse/test-documents.ts";
import { uploadDocuments } from "../upload/command/upload-documents.ts";
import { withdrawDocuments } from "../upload/command/withdraw-documents.ts";
import { uploadFile, withdrawFile } from "../upload/command.ts";
import { excludeRecords, includeRecords } from "./command/exclusions.ts";
import { fixCause } from "./command/fixes.ts";
import { checkFile } from "./command.ts";

const room = await openTestRoom();
const { ctx } = room;
afterAll(room.close);

const given = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: { sentence: string } }): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  return outcome.value;
};

/** A file whose proposals are all taken. */
async function bring(migrationId: string, content: string, kind: "clients" | "documents"): Promise<string> {
  const { fileId } = given(await uploadFile(ctx, { ...uploadOf(migrationId, content), kind }));
  await parseFile(ctx, { fileId });
  const { columns } = given(await readMapping(ctx, fileId));
  const assignments = columns.flatMap(({ index, suggestion }): Assignment[] =>
    suggestion
      ? [suggestion, ...(suggestion.also ?? [])].map(({ field, transforms }) => ({ column: index, field, transforms }))
      : [{ column: index, field: null, transforms: [] }],
  );
  const { version } = given(await saveMapping(ctx, fileId, { assignments, constants: [] }));
  await checkFile(ctx, { fileId, version });
  return fileId;
}
async function bringFiles(migrationId: string, files: Record<string, string | Uint8Array>): Promise<string> {
  const { entityType: _, ...sent } = uploadOf(migrationId, await testArchive(files), "individual", "documents.zip");
  const { bundleId } = given(await uploadDocuments(ctx, sent));
  await unpackDocuments(ctx, { bundleId });
  return bundleId;
}
const clients = (references: readonly string[]) =>
  `reference,given names,family name,date of birth,country\n${references.map((reference) => `${reference},Ann,Example${reference.replace(/\W|\d/g, "")},1984-03-09,GBR\n`).join("")}`;
const manifest = (...rows: string[]) =>
  `Owner reference,File name,Use,Category,Document type,Expiry date\n${rows.join("\n")}\n`;
const issuesOf = async (fileId: string) =>
  (await ctx.db.issue.findMany({ where: { fileId }, orderBy: [{ rowNumber: "asc" }, { code: "asc" }] })).map(
    ({ rowNumber, code }) => `${rowNumber} ${code}`,
  );
const ownerOf = async (migrationId: string, reference: string) =>
  (await ctx.db.record.findFirstOrThrow({ where: { migrationId, reference } })).id;
const readyOf = async (migrationId: string, reference: string) => {
  const id = await ownerOf(migrationId, reference);
  return (await documentsOf(ctx.db, [id])).get(id) ?? [];
};

const documentIdsOf = async (ownerId: string) =>
  (await documentsOf(ctx.db, [ownerId])).get(ownerId)?.map(({ id }) => id) ?? [];

test("rows of a manifest find their files by name, without regard to capitals, folders and ways to write an accent, and are ready to be sent", async () => {
  const migrationId = await room.newMigration();
  await bring(migrationId, clients(["C-1", "C-2", "C-3"]), "clients");
  const fileId = await bring(
    migrationId,
    manifest(
      "C-1,PASS.PDF,document,Identity,Reisepass,2031-05-20",
      `C-1,D:\\Alt\\Bild\\${"Zoë".normalize("NFD")}.png,evidence,,,`,
      "C-2,C-2/pass.pdf,document,POI,passport,2031-05-20",
      "C-3,statement.pdf,document,proof of address,utility bill,",
    ),
    "documents",
  );
  expect(await issuesOf(fileId)).toEqual([
    "1 document.missing",
    "2 document.missing",
    "3 document.missing",
    "4 document.missing",
  ]);
  await bringFiles(migrationId, {
    "C-1/pass.pdf": testPdf("one"),
    [`Bild/${"zoë".normalize("NFC")}.png`]: testPng(),
    "export/C-2/Pass.pdf": testPdf("two"),
    "Statement.PDF": testPdf("three"),
  });
  expect(await issuesOf(fileId)).toEqual([]);
  const [first, second] = await readyOf(migrationId, "C-1");
  expect(first).toMatchObject({
    name: "pass.pdf",
    use: "document",
    category: "PROOF_OF_IDENTITY",
    documentType: "PASSPORT",
    expiresOn: "2031-05-20",
    mediaType: "application/pdf",
    sizeBytes: testPdf("one").length,
  });
  expect(second).toMatchObject({ use: "file", category: null, mediaType: "image/png" });
  expect((await readyOf(migrationId, "C-2")).map(({ sizeBytes }) => sizeBytes)).toEqual([testPdf("two").length]);
  const chunks: Uint8Array[] = [];
  if (first) for await (const chunk of ctx.documents.get(first)) chunks.push(chunk);
  expect(Buffer.concat(chunks).equals(testPdf("one"))).toBe(true);
  // Rows of a manifest are no clients.
  expect(await countsOf(ctx.db, migrationId)).toMatchObject({ clients: 3, waiting: 3 });
});

test("a file in the folder of one client is never taken for the row of another, and of several files of one name none is chosen", async () => {
  const migrationId = await room.newMigration();
  await bring(migrationId, clients(["C-1", "C-2", "C-3", "C-4"]), "clients");
  const fileId = await bring(
    migrationId,
    manifest("C-1,pass.pdf,file,,,", "C-2,pass.pdf,file,,,", "C-3,scan.pdf,file,,,", "C-4,same.pdf,file,,,"),
    "documents",
  );
  await bringFiles(migrationId, {
    "C-1/pass.pdf": testPdf("one"),
    "a/scan.pdf": testPdf("a"),
    "b/scan.pdf": testPdf("b"),
    "a/same.pdf": testPdf("same"),
    "b/same.pdf": testPdf("same"),
  });
  expect(await issuesOf(fileId)).toEqual(["2 document.missing", "3 document.ambiguous"]);
  expect(await readyOf(migrationId, "C-2")).toEqual([]);
  expect(await readyOf(migrationId, "C-1")).toHaveLength(1);
});

test("what is wrong with a document is an issue of its row, and goes when the cause goes", async () => {
  const migrationId = await room.newMigration();
  await bring(migrationId, clients(["C-1", "C-2"]), "clients");
  const fileId = await bring(
    migrationId,
    manifest(
      "C-9,a.pdf,file,,,",
      "C-1,letter.pdf,file,,,",
      "C-1,empty.pdf,file,,,",
      "C-1,scan.tif,file,,,",
      "C-1,b.pdf,file,,,",
      "C-1,b2.pdf,file,,,",
      "C-2,b.pdf,file,,,",
      "C-2,c.pdf,document,,,",
      "C-2,d.pdf,something,spaceship,flying carpet,1999-01-01",
      "C-2,e.pdf,document,POI,VISA_LETTER,",
    ),
    "documents",
  );
  const bundleId = await bringFiles(migrationId, {
    "a.pdf": testPdf("a"),
    "letter.pdf": "just text",
    "empty.pdf": "",
    "scan.tif": testTiff(),
    "b.pdf": testPdf("b"),
    "b2.pdf": testPdf("b"),
    "c.pdf": testPdf("c"),
    "d.pdf": testPdf("d"),
    "e.pdf": testPdf("e"),
  });
  const all = await issuesOf(fileId);
  expect(all).toEqual([
    "1 document.owner_missing",
    "2 document.content",
    "3 document.damaged",
    "4 document.tiff",
    "5 document.shared",
    "6 document.duplicate",
    "7 document.shared",
    "8 field.required",
    "8 field.required",
    "9 document.category",
    "9 document.expired",
    "9 document.type",
    "9 document.use",
    "10 document.type_new",
  ]);
  await bring(migrationId, clients(["C-9"]), "clients");
  expect(await issuesOf(fileId)).toEqual(all.slice(1));
  await withdrawDocuments(ctx, bundleId);
  expect((await issuesOf(fileId)).filter((issue) => issue.endsWith("document.missing"))).toHaveLength(10);
});

test("a row that is left out claims no file, and taken back in it claims it again", async () => {
  const migrationId = await room.newMigration();
  await bring(migrationId, clients(["C-1"]), "clients");
  const fileId = await bring(migrationId, manifest("C-1,a.pdf,file,,,"), "documents");
  await bringFiles(migrationId, { "a.pdf": testPdf() });
  const { id } = await ctx.db.record.findFirstOrThrow({ where: { fileId } });
  given(await excludeRecords(ctx, migrationId, { recordIds: [id], reason: "not wanted" }));
  expect(await readyOf(migrationId, "C-1")).toEqual([]);
  given(await includeRecords(ctx, migrationId, { recordIds: [id] }));
  expect(await readyOf(migrationId, "C-1")).toHaveLength(1);
});

test("a wrong type can be put right for all rows of the cause, and checking again keeps it", async () => {
  const migrationId = await room.newMigration();
  await bring(migrationId, clients(["C-1"]), "clients");
  const fileId = await bring(
    migrationId,
    manifest("C-1,a.pdf,document,POI,flying carpet,", "C-1,b.pdf,document,POI,flying carpet,"),
    "documents",
  );
  await bringFiles(migrationId, { "a.pdf": testPdf("a"), "b.pdf": testPdf("b") });
  const cause = { code: "document.type", field: "document.type", fileId, role: "document" } as const;
  const fix = await fixCause(ctx, migrationId, { cause, field: "document.type", text: "passport", reason: "seen" });
  expect(fix).toMatchObject({ ok: true, value: { records: 2, isDone: true } });
  expect((await readyOf(migrationId, "C-1")).map(({ documentType }) => documentType)).toEqual(["PASSPORT", "PASSPORT"]);
  await ctx.db.sourceFile.update({ where: { id: fileId }, data: { checkingVersion: 1 } });
  await checkFile(ctx, { fileId, version: 1 });
  expect((await readyOf(migrationId, "C-1")).map(({ documentType }) => documentType)).toEqual(["PASSPORT", "PASSPORT"]);
});

test("a manifest that is withdrawn leaves its files as surplus, proposed to whom their path speaks of, and never taken by themselves", async () => {
  const migrationId = await room.newMigration();
  await bring(migrationId, clients(["C-1", "C-10", "C-2"]), "clients");
  const fileId = await bring(migrationId, manifest("C-1,C-1_pass.pdf,file,,,"), "documents");
  const bundleId = await bringFiles(migrationId, {
    "C-1_pass.pdf": testPdf("1"),
    "C-10 statement.pdf": testPdf("10"),
    "C-2/C-1.pdf": testPdf("both"),
    "C-100.pdf": testPdf("nobody"),
  });
  const proposals = async () =>
    Object.fromEntries(
      (await ctx.db.document.findMany({ where: { bundleId } })).map(({ path, proposedId }) => [path, proposedId]),
    );
  const [one, ten] = [await ownerOf(migrationId, "C-1"), await ownerOf(migrationId, "C-10")];
  expect(await proposals()).toEqual({
    "C-1_pass.pdf": null,
    "C-10 statement.pdf": ten,
    "C-2/C-1.pdf": null,
    "C-100.pdf": null,
  });
  given(await withdrawFile(ctx, fileId));
  expect((await proposals())["C-1_pass.pdf"]).toBe(one);
  expect(await readyOf(migrationId, "C-1")).toEqual([]);
});

test("the row of a manifest is held with its owner from the hand-over on, and let go when its document did not come to be", async () => {
  const migrationId = await room.newMigration();
  await bring(migrationId, clients(["C-1", "C-2"]), "clients");
  await bring(migrationId, manifest("C-1,a.pdf,file,,,", "C-1,b.pdf,file,,,", "C-2,c.pdf,file,,,"), "documents");
  await bringFiles(migrationId, { "a.pdf": testPdf("a"), "b.pdf": testPdf("b"), "c.pdf": testPdf("c") });
  const owner = await ownerOf(migrationId, "C-1");
  const [a, b] = await documentIdsOf(owner);
  const [c] = await documentIdsOf(await ownerOf(migrationId, "C-2"));
  const heldOf = () => Promise.all([a, b, c].map((id) => isHeld(ctx.db, id ?? "")));
  const connection = await ctx.db.connection.create({
    data: {
      ...{ name: migrationId, environment: "simulator", baseUrl: "http://x", apiKeySealed: "x" },
      webhookSecretSealed: "x",
    },
  });
  const chunk = await ctx.db.chunk.create({
    data: {
      ...{ migrationId, connectionId: connection.id, number: 1, kind: "ramp", status: "draft", processes: 1 },
      ...{ clientCount: 1, settings: {}, fingerprint: "x", createdById: "operator" },
      members: { create: { recordId: owner } },
    },
  });
  const standsAs = (status: "submitted" | "finished") =>
    ctx.db.chunk.update({ where: { id: chunk.id }, data: { status } });
  expect(await heldOf()).toEqual([false, false, false]);
  await standsAs("submitted");
  expect(await heldOf()).toEqual([true, true, false]);
  expect(await excludeRecords(ctx, migrationId, { recordIds: [a ?? ""], reason: "not this one" })).toMatchObject({
    ok: false,
    refusal: { kind: "not_now" },
  });
  expect(await readyOf(migrationId, "C-1")).toHaveLength(2);

  await ctx.db.delivery.create({
    data: {
      ...{ chunkId: chunk.id, migrationId, recordId: owner, connectionId: connection.id, reference: "C-1" },
      ...{ status: "created", profileId: "profile", gaps: 1 },
      steps: {
        create: [
          { position: 1, kind: "upload_file", subject: "a", recordId: a ?? "", doneAt: new Date() },
          {
            position: 2,
            kind: "upload_file",
            subject: "b",
            recordId: b ?? "",
            gapCode: "207",
            gapMessage: "Too large.",
          },
        ],
      },
    },
  });
  await standsAs("finished");
  expect(await heldOf()).toEqual([true, false, false]);
});

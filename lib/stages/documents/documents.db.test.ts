import { afterAll, expect, test } from "vitest";
import { recordIdOf } from "../../domain/record-id.ts";
import { reseal } from "../../seal.ts";
import { documentsOf } from "../../store/documents-of.ts";
import { resealConnections } from "../../store/reseal-connections.ts";
import { openTestRoom, uploadOf } from "../../store/test-room.ts";
import { unpackDocuments } from "../parse/command/unpack-documents.ts";
import { testArchive, testPdf, testPng } from "../parse/test-documents.ts";
import { uploadDocuments } from "../upload/command/upload-documents.ts";
import { withdrawDocuments } from "../upload/command/withdraw-documents.ts";
import { acceptDocuments, takeBackDocument } from "./command/accept-documents.ts";
import { openDocument } from "./command/open-document.ts";
import { documentListFile } from "./query/document-list-file.ts";
import { listDocumentBundles, listDocuments, listRecordDocuments } from "./query.ts";

const room = await openTestRoom();
const { ctx } = room;
afterAll(room.close);

const given = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: { sentence: string } }): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  return outcome.value;
};
async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A migration with clients of these references, and an archive of files. */
async function prepared(references: readonly string[], files: Record<string, string | Uint8Array>) {
  const migrationId = await room.newMigration();
  const file = await ctx.db.sourceFile.create({
    data: {
      ...{ migrationId, name: "clients.csv", entityType: "individual", status: "parsed", sizeBytes: 1, sha256: "x" },
      ...{ storageKey: "x/y", uploadedById: "operator" },
    },
  });
  const idOf = (reference: string) => recordIdOf(file.number, references.indexOf(reference) + 1);
  await ctx.db.record.createMany({
    data: references.map((reference, at) => ({
      ...{
        id: idOf(reference),
        migrationId,
        fileId: file.id,
        rowNumber: at + 1,
        mappingVersion: 1,
        entityType: "individual",
      },
      ...{ reference, displayName: "Ann Example", data: '{"entityType":"individual"}', readiness: "ready" },
    })),
  });
  const { entityType: _, ...sent } = uploadOf(migrationId, await testArchive(files), "individual", "cabinet.zip");
  const { bundleId } = given(await uploadDocuments(ctx, sent));
  await unpackDocuments(ctx, { bundleId });
  return { migrationId, bundleId, idOf };
}
const listed = async (migrationId: string, list: "matched" | "proposed" | "surplus" | "refused") =>
  given(await listDocuments(ctx, migrationId, { list })).documents;

const passport = { use: "document", category: "PROOF_OF_IDENTITY", documentType: "Reisepass" } as const;

test("a proposal counts when a person accepts it, once, and is a proposal again when it is taken back", async () => {
  const { migrationId, idOf } = await prepared(["C-1"], { "C-1/pass.png": testPng(), "x.pdf": testPdf() });
  const [proposal] = await listed(migrationId, "proposed");
  const id = proposal?.id ?? "";
  expect(proposal).toMatchObject({ name: "pass.png", ownerReference: "C-1", isAccepted: false, isReady: false });
  expect((await documentsOf(ctx.db, [idOf("C-1")])).get(idOf("C-1"))).toEqual([]);

  const accept = () => acceptDocuments(ctx, migrationId, { documentIds: [id], ...passport });
  expect(await accept()).toEqual({ ok: true, value: { accepted: 1, passedOver: 0 } });
  expect(await accept()).toEqual({ ok: true, value: { accepted: 0, passedOver: 1 } });
  expect((await documentsOf(ctx.db, [idOf("C-1")])).get(idOf("C-1"))).toMatchObject([
    { id, name: "pass.png", use: "document", documentType: "PASSPORT", mediaType: "image/png" },
  ]);
  expect(given(await listRecordDocuments(ctx, idOf("C-1")))).toMatchObject({
    total: 1,
    documents: [{ isReady: true }],
  });

  expect(await takeBackDocument(ctx, id)).toEqual({ ok: true, value: {} });
  expect(await takeBackDocument(ctx, id)).toEqual({ ok: true, value: {} });
  expect(await listed(migrationId, "proposed")).toHaveLength(1);
});

test("a type nobody knows is refused at its field, and a surplus file cannot be accepted", async () => {
  const { migrationId } = await prepared(["C-1"], { "C-1.pdf": testPdf(), "stranger.pdf": testPdf("s") });
  const [proposal] = await listed(migrationId, "proposed");
  const [surplus] = await listed(migrationId, "surplus");
  const body = { ...passport, documentType: "flying carpet", documentIds: [proposal?.id ?? ""] };
  expect(await acceptDocuments(ctx, migrationId, body)).toMatchObject({
    ok: false,
    refusal: { kind: "invalid_input", fields: { documentType: expect.stringContaining("flying carpet") } },
  });
  expect(await acceptDocuments(ctx, migrationId, { ...passport, documentIds: [surplus?.id ?? ""] })).toEqual({
    ok: true,
    value: { accepted: 0, passedOver: 1 },
  });
});

test("the owner of an accepted document in a submitted chunk keeps it", async () => {
  const { migrationId, idOf } = await prepared(["C-1"], { "C-1.pdf": testPdf() });
  const [proposal] = await listed(migrationId, "proposed");
  given(await acceptDocuments(ctx, migrationId, { ...passport, documentIds: [proposal?.id ?? ""] }));
  const connection = await ctx.db.connection.create({
    data: {
      name: migrationId,
      environment: "simulator",
      baseUrl: "http://x",
      apiKeySealed: "x",
      webhookSecretSealed: "x",
    },
  });
  await ctx.db.chunk.create({
    data: {
      ...{ migrationId, connectionId: connection.id, number: 1, kind: "ramp", status: "submitted", processes: 1 },
      ...{ clientCount: 1, settings: {}, fingerprint: "x", createdById: "operator" },
      members: { create: { recordId: idOf("C-1") } },
    },
  });
  expect(await takeBackDocument(ctx, proposal?.id ?? "")).toMatchObject({ ok: false, refusal: { kind: "not_now" } });
});

test("an associate in a submitted chunk keeps its documents: none is taken from it, given to it or withdrawn", async () => {
  const { migrationId, bundleId, idOf } = await prepared(["C-1", "C-2"], {
    "C-2.pdf": testPdf(),
    "C-2 b.pdf": testPdf("b"),
  });
  const [taken, open] = await listed(migrationId, "proposed");
  given(await acceptDocuments(ctx, migrationId, { ...passport, documentIds: [taken?.id ?? ""] }));
  const connection = await ctx.db.connection.create({
    data: {
      ...{ name: migrationId, environment: "simulator", baseUrl: "http://x", apiKeySealed: "x" },
      webhookSecretSealed: "x",
    },
  });
  await ctx.db.chunk.create({
    data: {
      ...{ migrationId, connectionId: connection.id, number: 7, kind: "ramp", status: "submitted", processes: 1 },
      ...{ clientCount: 1, settings: {}, fingerprint: "x", createdById: "operator" },
      members: { create: { recordId: idOf("C-1") } },
      families: {
        create: { clientId: idOf("C-1"), recordId: idOf("C-2"), linkId: idOf("C-2"), isReady: true, list: "directors" },
      },
    },
  });
  expect(await takeBackDocument(ctx, taken?.id ?? "")).toMatchObject({ ok: false, refusal: { kind: "not_now" } });
  expect(await acceptDocuments(ctx, migrationId, { ...passport, documentIds: [open?.id ?? ""] })).toEqual({
    ok: true,
    value: { accepted: 0, passedOver: 1 },
  });
  expect(await withdrawDocuments(ctx, bundleId)).toMatchObject({
    ok: false,
    refusal: { sentence: expect.stringContaining("7") },
  });
});

test("pages follow each other without a gap, the counts are true, and the whole list is a workbook", async () => {
  const files = Object.fromEntries(Array.from({ length: 130 }, (_, n) => [`loose-${n}.pdf`, testPdf(String(n % 100))]));
  const { migrationId } = await prepared([], { ...files, "bad.pdf": "text" });
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = given(await listDocuments(ctx, migrationId, { list: "surplus", ...(after && { after }) }));
    expect(page.total).toBe(130);
    names.push(...page.documents.map(({ name }) => name));
    after = page.next ?? undefined;
  } while (after);
  expect(new Set(names).size).toBe(130);
  const found = given(await listDocuments(ctx, migrationId, { list: "surplus", search: "LOOSE-12" }));
  expect(found.total).toBe(11);
  expect(found.documents.every(({ alike }) => alike === 1 || alike === 2)).toBe(true);
  expect(given(await listDocumentBundles(ctx, migrationId))).toMatchObject({
    counts: { matched: 0, missing: 0, owner_missing: 0, proposed: 0, surplus: 130, refused: 1 },
    rows: 0,
    files: 131,
  });
  expect((await bytesOf(documentListFile(ctx, migrationId, "surplus"))).subarray(0, 2).toString()).toBe("PK");
  expect(await listDocuments(ctx, migrationId, { list: "surplus", after: "nowhere" })).toMatchObject({ ok: false });
});

test("a document is opened with the type of its content and a name of ours; one that was refused is not there to open", async () => {
  const { migrationId } = await prepared([], { "C-1 <script>.pdf": testPng(), "bad.pdf": "<script>alert(1)</script>" });
  const [good] = await listed(migrationId, "surplus");
  const opened = given(await openDocument(ctx, good?.documentId ?? ""));
  expect(opened).toMatchObject({ mediaType: "image/png", fileName: `document-${good?.documentId}.png` });
  expect((await bytesOf(opened.bytes)).equals(testPng())).toBe(true);
  const [bad] = await listed(migrationId, "refused");
  expect(await openDocument(ctx, bad?.documentId ?? "")).toMatchObject({ ok: false, refusal: { kind: "not_now" } });
});

test("when the panel gets another secret, the keys of documents are sealed anew and the files stay as they are", async () => {
  const { bundleId } = await prepared([], { "a.pdf": testPdf() });
  await ctx.db.connection.deleteMany({ where: { chunks: { none: {} } } });
  await ctx.db.$executeRaw`delete from "ChunkMember"`;
  await ctx.db.$executeRaw`delete from "Chunk"`;
  await ctx.db.connection.deleteMany({});
  const before = await ctx.db.document.findFirstOrThrow({ where: { bundleId } });
  const secrets = { from: ctx.env.CAUSEWAY_SECRET, to: "another secret of at least 32 characters, for tests" };
  expect(await resealConnections(ctx.db, secrets)).toMatchObject({ kind: "moved" });
  const after = await ctx.db.document.findFirstOrThrow({ where: { bundleId } });
  expect(after.sealedKey).not.toBe(before.sealedKey);
  const back = { from: secrets.to, to: secrets.from };
  const sealedKey = reseal(after.sealedKey ?? "", back, "seal the keys of documents");
  const bytes = await bytesOf(ctx.documents.get({ storageKey: after.storageKey ?? "", sealedKey }));
  expect(bytes.equals(testPdf())).toBe(true);
});

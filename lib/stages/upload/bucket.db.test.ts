import { afterAll, beforeAll, expect, test } from "vitest";
import { StorageAway } from "../../domain/storage-away.ts";
import { makeSealedStorage } from "../../files/sealed-storage.ts";
import { openBucketServer, testBucket } from "../../files/test-bucket-server.ts";
import { resealConnections } from "../../store/reseal-connections.ts";
import { openTestRoom, uploadOf } from "../../store/test-room.ts";
import { openDocument } from "../documents/command/open-document.ts";
import { unpackDocuments } from "../parse/command/unpack-documents.ts";
import { parseFile } from "../parse/command.ts";
import { previewFile } from "../parse/query.ts";
import { testArchive, testPdf } from "../parse/test-documents.ts";
import { uploadDocuments } from "./command/upload-documents.ts";
import { withdrawDocuments } from "./command/withdraw-documents.ts";
import { uploadFile, withdrawFile } from "./command.ts";

const server = await openBucketServer();
const room = await openTestRoom({
  uploadMaxBytes: 100_000_000,
  environment: {
    FILES_S3_BUCKET: testBucket.name,
    FILES_S3_REGION: testBucket.region,
    FILES_S3_ENDPOINT: server.endpoint,
    FILES_S3_PREFIX: "panel/",
    FILES_S3_ACCESS_KEY_ID: testBucket.keys.accessKeyId,
    FILES_S3_SECRET_ACCESS_KEY: testBucket.keys.secretAccessKey,
  },
});
const { ctx } = room;
let migrationId: string;
beforeAll(async () => {
  migrationId = await room.newMigration();
});
afterAll(async () => {
  await room.close();
  await server.close();
});

const given = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: { sentence: string } }): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  return outcome.value;
};
/** Every request is refused as by a server in trouble, as often as one act tries. */
const away = () => server.trouble(/./, { status: 503, body: "<Error><Code>SlowDown</Code></Error>" }, 3);
const stored = (ending: string) => [...server.objects.keys()].filter((key) => key.endsWith(ending));
const fileOf = (id: string) => ctx.db.sourceFile.findUniqueOrThrow({ where: { id } });
const bundleOf = (id: string) => ctx.db.documentBundle.findUniqueOrThrow({ where: { id } });
async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const sendDocuments = async (files: Record<string, string | Uint8Array>): Promise<string> => {
  const { entityType: _, ...sent } = uploadOf(migrationId, await testArchive(files), "individual", "documents.zip");
  return given(await uploadDocuments(ctx, sent)).bundleId;
};

test("a file of several parts is uploaded into the bucket, read from it row by row, shown, and removed from it", async () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => `${index},${"Ann Example ".repeat(10)}`);
  const csv = `id,name\n${rows.join("\n")}\n`;
  expect(csv.length).toBeGreaterThan(9_000_000);
  const { fileId } = given(await uploadFile(ctx, uploadOf(migrationId, csv)));
  expect(server.asked).toContain(`POST upload panel/${migrationId}/${fileId}`);
  expect(stored(fileId)).toEqual([`panel/${migrationId}/${fileId}`]);
  await parseFile(ctx, { fileId });
  expect(await fileOf(fileId)).toMatchObject({ status: "parsed", rowCount: 100_000, columns: ["id", "name"] });
  expect(given(await previewFile(ctx, fileId, null)).rows[1]?.cells[0]).toBe("1");
  given(await withdrawFile(ctx, fileId));
  expect(stored(fileId)).toEqual([]);
});

test("documents lie sealed in the bucket, open as they were, also after the secret changed, and go when they are withdrawn", async () => {
  const bundleId = await sendDocuments({ "C1/pass.pdf": testPdf(), "C1/letter.txt": "no document" });
  await unpackDocuments(ctx, { bundleId });
  expect(await bundleOf(bundleId)).toMatchObject({ status: "unpacked", entries: 2 });
  const document = await ctx.db.document.findFirstOrThrow({ where: { bundleId, path: "C1/pass.pdf" } });
  expect(stored("").filter((key) => key.includes(bundleId))).toEqual([`panel/${document.storageKey}`]);
  expect(server.objects.get(`panel/${document.storageKey}`)?.includes("%PDF")).toBe(false);
  expect((await bytesOf(given(await openDocument(ctx, document.id)).bytes)).equals(Buffer.from(testPdf()))).toBe(true);

  away();
  await expect(openDocument(ctx, document.id)).rejects.toThrow(StorageAway);

  const secrets = { from: ctx.env.CAUSEWAY_SECRET, to: "another secret of at least thirty-two characters" };
  await resealConnections(ctx.db, secrets);
  const { storageKey, sealedKey } = await ctx.db.document.findUniqueOrThrow({ where: { id: document.id } });
  const later = makeSealedStorage(ctx.files, secrets.to);
  expect(
    (await bytesOf(later.get({ storageKey: storageKey ?? "", sealedKey: sealedKey ?? "" }))).equals(
      Buffer.from(testPdf()),
    ),
  ).toBe(true);
  await resealConnections(ctx.db, { from: secrets.to, to: secrets.from });

  given(await withdrawDocuments(ctx, bundleId));
  expect(stored("").filter((key) => key.includes(bundleId))).toEqual([]);
});

test("an upload to a bucket that is away is refused with a sentence to act on, and keeps nothing", async () => {
  const before = [server.objects.size, await ctx.db.sourceFile.count()];
  away();
  const outcome = await uploadFile(ctx, uploadOf(migrationId, "id,name\n1,Ann\n"));
  expect(outcome.ok ? "" : outcome.refusal.sentence).toMatch(
    /could not be stored, and nothing of it was kept\. The files of this panel lie in the bucket “books”.*trouble of its own/,
  );
  expect([server.objects.size, await ctx.db.sourceFile.count()]).toEqual(before);
});

test("an upload whose sender goes away is told apart from a bucket that does", async () => {
  async function* broken(): AsyncIterable<Uint8Array> {
    yield Buffer.alloc(20_000_000);
    throw Object.assign(new Error("gone"), { code: "ECONNRESET" });
  }
  const outcome = await uploadFile(ctx, { ...uploadOf(migrationId, "id,name\n1,Ann\n"), stream: broken() });
  expect(outcome.ok ? "" : outcome.refusal.sentence).toMatch(/The upload broke off/);
  expect(server.uploads.size).toBe(0);
});

test("a bucket that is away while files are read makes none unreadable: they wait, and are read when it is back", async () => {
  const { fileId } = given(await uploadFile(ctx, uploadOf(migrationId, "id,name\n1,Ann\n")));
  const bundleId = await sendDocuments({ "C2/pass.pdf": testPdf() });
  away();
  await expect(parseFile(ctx, { fileId })).rejects.toThrow(StorageAway);
  away();
  await expect(unpackDocuments(ctx, { bundleId })).rejects.toThrow(StorageAway);
  expect([(await fileOf(fileId)).status, (await bundleOf(bundleId)).status]).toEqual(["parsing", "unpacking"]);
  const waiting = [(await fileOf(fileId)).unreadableReason, (await bundleOf(bundleId)).unreadableReason];
  expect(waiting).toEqual([expect.stringContaining("bucket “books”"), expect.stringContaining("bucket “books”")]);
  await parseFile(ctx, { fileId });
  await unpackDocuments(ctx, { bundleId });
  expect((await fileOf(fileId)).unreadableReason).toBe(null);
  expect([(await fileOf(fileId)).status, (await bundleOf(bundleId)).status]).toEqual(["parsed", "unpacked"]);
});

test("nothing is taken out of a migration while the bucket, which would keep its bytes, is away", async () => {
  const { fileId } = given(await uploadFile(ctx, uploadOf(migrationId, "id,name\n1,Ann\n")));
  const bundleId = await sendDocuments({ "C3/pass.pdf": testPdf() });
  for (const withdraw of [() => withdrawFile(ctx, fileId), () => withdrawDocuments(ctx, bundleId)]) {
    server.trouble(/^HEAD/, { status: 503 }, 3);
    await expect(withdraw()).rejects.toThrow(StorageAway);
  }
  expect([(await fileOf(fileId)).status, (await bundleOf(bundleId)).status]).toEqual(["uploaded", "uploaded"]);
});

test("bytes that could not be removed with their file are removed when it is withdrawn once more", async () => {
  const { fileId } = given(await uploadFile(ctx, uploadOf(migrationId, "id,name\n1,Ann\n")));
  server.trouble(/^DELETE/, { status: 503 }, 3);
  await expect(withdrawFile(ctx, fileId)).rejects.toThrow(StorageAway);
  expect(stored(fileId)).toHaveLength(1);
  given(await withdrawFile(ctx, fileId));
  expect(stored(fileId)).toEqual([]);
});

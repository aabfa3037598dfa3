import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { NotSealedSo } from "../../files/sealed-frames.ts";
import { openTestRoom, uploadOf } from "../../store/test-room.ts";
import { uploadDocuments } from "../upload/command/upload-documents.ts";
import { withdrawDocuments } from "../upload/command/withdraw-documents.ts";
import { unpackDocuments } from "./command/unpack-documents.ts";
import { testArchive, testGif, testJpeg, testPdf, testPng, testTiff } from "./test-documents.ts";

const room = await openTestRoom({ uploadMaxBytes: 200_000_000 });
const { ctx } = room;
afterAll(room.close);

const given = <T>(outcome: { ok: true; value: T } | { ok: false; refusal: { sentence: string } }): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  return outcome.value;
};
async function upload(migrationId: string, bytes: Uint8Array, name = "documents.zip"): Promise<string> {
  const { entityType: _, ...sent } = uploadOf(migrationId, bytes, "individual", name);
  return given(await uploadDocuments(ctx, sent)).bundleId;
}
const bundleOf = (id: string) => ctx.db.documentBundle.findUniqueOrThrow({ where: { id } });
const documentsIn = (bundleId: string) => ctx.db.document.findMany({ where: { bundleId }, orderBy: { place: "asc" } });
const storedFiles = async (migrationId: string) =>
  (await readdir(path.join(room.folder, "files", migrationId, "documents"), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const sealed = ({ storageKey, sealedKey }: { storageKey: string | null; sealedKey: string | null }) => {
  if (storageKey === null || sealedKey === null) throw new Error("It was not kept.");
  return { storageKey, sealedKey };
};

test("an archive is unpacked into sealed documents, each known by its content, and what is none is told in a sentence", async () => {
  const migrationId = await room.newMigration();
  const bundleId = await upload(
    migrationId,
    await testArchive({
      "C1/pass.pdf": testPdf(),
      "C1/face.txt": testJpeg(),
      "C2/scan.png": testPng(),
      "C2/scan.gif": testGif(),
      "C2/scan.tif": testTiff(),
      "C3/letter.pdf": "PK\x03\x04 word/document.xml [Content_Types].xml",
      "C3/empty.pdf": "",
      "C3/cut.pdf": testPdf().subarray(0, 60),
      "C3/inner.zip": "PK\x03\x04",
      "../../etc/passwd": "x",
      "__MACOSX/._pass.pdf": "x",
    }),
  );
  expect(room.told.at(-1)).toEqual({ name: "unpack_documents", payload: { bundleId } });
  await unpackDocuments(ctx, { bundleId });
  expect(await bundleOf(bundleId)).toMatchObject({ status: "unpacked", entries: 10, doneEntries: 10, leftOut: 1 });
  const documents = await documentsIn(bundleId);
  expect(documents.map(({ path, mediaType, refusalCode }) => [path, mediaType ?? refusalCode])).toEqual([
    ["C1/pass.pdf", "application/pdf"],
    ["C1/face.txt", "image/jpeg"],
    ["C2/scan.png", "image/png"],
    ["C2/scan.gif", "image/gif"],
    ["C2/scan.tif", "image/tiff"],
    ["C3/letter.pdf", "document.content"],
    ["C3/empty.pdf", "document.damaged"],
    ["C3/cut.pdf", "document.damaged"],
    ["C3/inner.zip", "document.refused"],
    ["../../etc/passwd", "document.refused"],
  ]);
  expect(documents.map(({ refusedBecause }) => refusedBecause).filter(Boolean)).toEqual([
    "The file is a Word, Excel or PowerPoint document.",
    "The file is empty (0 bytes).",
    "The PDF is cut off: its end is missing.",
    expect.stringContaining("archive inside the archive"),
    expect.stringContaining("leads out of the archive"),
  ]);
  const [first] = documents;
  if (!first) throw new Error("There is a first one.");
  expect((await bytesOf(ctx.documents.get(sealed(first)))).equals(testPdf())).toBe(true);
  expect(first.sizeBytes).toBe(BigInt(testPdf().length));

  // Nothing of what is in a document lies readable on the disk, and the archive itself is gone.
  const files = await storedFiles(migrationId);
  expect(files).toHaveLength(5);
  for (const file of files) expect((await readFile(file)).includes("%PDF")).toBe(false);
});

test("unpacking twice changes nothing the second time", async () => {
  const migrationId = await room.newMigration();
  const bundleId = await upload(migrationId, await testArchive({ "a.pdf": testPdf(), "b.png": testPng() }));
  await unpackDocuments(ctx, { bundleId });
  const before = [await bundleOf(bundleId), await documentsIn(bundleId)];
  await unpackDocuments(ctx, { bundleId });
  expect([await bundleOf(bundleId), await documentsIn(bundleId)]).toEqual(before);
});

test("a loose file is a document by itself, and keeps its folder", async () => {
  const migrationId = await room.newMigration();
  const bundleId = await upload(migrationId, testJpeg(), "Clients/../C1/pass.jpg");
  await unpackDocuments(ctx, { bundleId });
  expect(await documentsIn(bundleId)).toMatchObject([
    { path: "Clients/C1/pass.jpg", pathKey: "clients/c1/pass.jpg", nameKey: "pass.jpg", mediaType: "image/jpeg" },
  ]);
});

test("a file over 37 MB is refused without being kept, whatever its archive claims", async () => {
  const migrationId = await room.newMigration();
  const noise = Buffer.alloc(38_000_000, randomBytes(100_000));
  const bundleId = await upload(migrationId, await testArchive({ "big.pdf": noise, "good.pdf": testPdf() }));
  await unpackDocuments(ctx, { bundleId });
  expect(await documentsIn(bundleId)).toMatchObject([
    { refusalCode: "document.too_large", storageKey: null },
    { refusalCode: null },
  ]);
  const loose = await upload(migrationId, noise, "big.pdf");
  await unpackDocuments(ctx, { bundleId: loose });
  expect(await documentsIn(loose)).toMatchObject([{ refusalCode: "document.too_large", storageKey: null }]);
  expect(await storedFiles(migrationId)).toHaveLength(1);
}, 60_000);

test.each([
  ["a 7-Zip archive", Buffer.from("7z\xbc\xaf\x27\x1c", "latin1"), /7-Zip.*ordinary ZIP/],
  ["an archive that was cut off", null, /damaged or was cut off/],
])("%s is refused whole, with what to do", async (_, bytes, sentence) => {
  const migrationId = await room.newMigration();
  const content = bytes ?? (await testArchive({ "a.pdf": testPdf(), "b.pdf": testPdf("b") })).subarray(0, -40);
  const bundleId = await upload(migrationId, content);
  await unpackDocuments(ctx, { bundleId });
  expect(await bundleOf(bundleId)).toMatchObject({
    status: "unreadable",
    unreadableReason: expect.stringMatching(sentence),
  });
});

test("a byte that is altered on the disk is noticed when the document is opened", async () => {
  const migrationId = await room.newMigration();
  const bundleId = await upload(migrationId, testPdf(), "a.pdf");
  await unpackDocuments(ctx, { bundleId });
  const [file = ""] = await storedFiles(migrationId);
  const bytes = await readFile(file);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  await writeFile(file, bytes);
  const [document] = await documentsIn(bundleId);
  if (!document) throw new Error("There is one.");
  await expect(bytesOf(ctx.documents.get(sealed(document)))).rejects.toThrow(NotSealedSo);
});

test("documents that are withdrawn are gone from the lists and from the disk; doing it again changes nothing", async () => {
  const migrationId = await room.newMigration();
  const bundleId = await upload(migrationId, await testArchive({ "a.pdf": testPdf(), "b.png": testPng() }));
  await unpackDocuments(ctx, { bundleId });
  expect(await withdrawDocuments(ctx, bundleId)).toEqual({ ok: true, value: {} });
  expect(await withdrawDocuments(ctx, bundleId)).toEqual({ ok: true, value: {} });
  expect(await documentsIn(bundleId)).toEqual([]);
  expect(await storedFiles(migrationId)).toEqual([]);
  await unpackDocuments(ctx, { bundleId });
  expect((await bundleOf(bundleId)).status).toBe("withdrawn");
});

/** A worker process of its own that unpacks one upload. */
function unpacker(bundleId: string) {
  const at = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const script = `
    const { makeContext } = await import(${at("../../context.ts")});
    const { readEnv } = await import(${at("../../env.ts")});
    const { unpackDocuments } = await import(${at("./command/unpack-documents.ts")});
    await unpackDocuments(makeContext(readEnv(), "worker"), { bundleId: ${JSON.stringify(bundleId)} });`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: {
      NODE_ENV: "test",
      PATH: process.env.PATH,
      DATABASE_URL: ctx.env.DATABASE_URL,
      CAUSEWAY_DATA_DIR: room.folder,
      CAUSEWAY_SECRET: ctx.env.CAUSEWAY_SECRET,
      LOG_LEVEL: "silent",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}
const manyFiles = Object.fromEntries(
  Array.from({ length: 1_500 }, (_, n) => [`C${n}/pass.pdf`, testPdf(String(n))] as const),
);
const inTheMiddle = (bundleId: string) =>
  vi.waitFor(
    async () => {
      const { status, doneEntries } = await bundleOf(bundleId);
      expect(status).toBe("unpacking");
      expect(doneEntries).toBeGreaterThan(20);
    },
    { timeout: 60_000, interval: 10 },
  );

test("a worker killed in the middle is followed by one that goes on behind the last whole file, each once", async () => {
  const migrationId = await room.newMigration();
  const bundleId = await upload(migrationId, await testArchive(manyFiles));
  const worker = unpacker(bundleId);
  await inTheMiddle(bundleId);
  worker.kill("SIGKILL");
  await once(worker, "exit");
  const before = await documentsIn(bundleId);
  expect(before.length).toBeGreaterThan(20);
  expect(before.length).toBeLessThan(1_500);

  await unpackDocuments(ctx, { bundleId });
  const after = await documentsIn(bundleId);
  expect(after.map(({ place }) => place)).toEqual(Array.from({ length: 1_500 }, (_, n) => n));
  expect(after.slice(0, before.length)).toEqual(before);
  expect(await bundleOf(bundleId)).toMatchObject({ status: "unpacked", doneEntries: 1_500 });
  expect(await storedFiles(migrationId)).toHaveLength(1_500);
}, 180_000);

test("a person who withdraws an upload while it is unpacked ends the unpacking, and nothing of it stays", async () => {
  const migrationId = await room.newMigration();
  const bundleId = await upload(migrationId, await testArchive(manyFiles));
  const unpacking = unpackDocuments(ctx, { bundleId });
  await inTheMiddle(bundleId);
  expect(await withdrawDocuments(ctx, bundleId)).toMatchObject({ ok: true });
  await unpacking;
  expect((await bundleOf(bundleId)).status).toBe("withdrawn");
  expect(await documentsIn(bundleId)).toEqual([]);
  expect(await storedFiles(migrationId)).toEqual([]);
}, 180_000);

import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { openTestRoom, uploadOf } from "../../store/test-room.ts";
import { uploadFile, withdrawFile } from "./command.ts";
import { listFiles } from "./query.ts";

const room = await openTestRoom({ uploadMaxBytes: 5_000 });
const { ctx } = room;
afterAll(room.close);

const keptIn = async (migrationId: string): Promise<string[]> =>
  readdir(path.join(room.folder, "files", migrationId)).catch(() => []);

async function expectNothingKept(migrationId: string): Promise<void> {
  expect(await ctx.db.sourceFile.count({ where: { migrationId } })).toBe(0);
  expect(await keptIn(migrationId)).toEqual([]);
}

test("an upload is kept with its size and hash, and a worker is told of it", async () => {
  const migrationId = await room.newMigration();
  const upload = uploadOf(migrationId, "id,name\n1,Ann\n");
  const outcome = await uploadFile(ctx, upload);
  if (!outcome.ok) throw new Error(outcome.refusal.sentence);
  expect(await ctx.db.sourceFile.findUniqueOrThrow({ where: { id: outcome.value.fileId } })).toMatchObject({
    status: "uploaded",
    sizeBytes: 14n,
    sha256: upload.declaredSha256,
    name: "clients.csv",
  });
  expect(room.told).toContainEqual({ name: "parse_file", payload: { fileId: outcome.value.fileId } });
  expect(await keptIn(migrationId)).toEqual([outcome.value.fileId]);
});

test.each([
  [
    "bytes are missing",
    (upload: ReturnType<typeof uploadOf>) => ({ ...upload, declaredBytes: upload.declaredBytes + 1 }),
    /bytes arrived/,
  ],
  [
    "another byte arrives than was sent",
    (upload: ReturnType<typeof uploadOf>) => ({ ...upload, declaredSha256: "0".repeat(64) }),
    /SHA-256 differs/,
  ],
  [
    "no hash is told",
    (upload: ReturnType<typeof uploadOf>) => ({ ...upload, declaredSha256: null }),
    /SHA-256 of the file is missing/,
  ],
  [
    "it is empty",
    (upload: ReturnType<typeof uploadOf>) => ({ ...uploadOf(upload.migrationId, ""), declaredBytes: null }),
    /empty/,
  ],
  [
    "it says it is over the limit",
    (upload: ReturnType<typeof uploadOf>) => uploadOf(upload.migrationId, "a".repeat(6_000)),
    /limit of 5 kB/,
  ],
  [
    "it is over the limit without saying so",
    (upload: ReturnType<typeof uploadOf>) => ({
      ...uploadOf(upload.migrationId, "a".repeat(6_000)),
      declaredBytes: null,
    }),
    /limit of 5 kB/,
  ],
])("an upload is refused whole and leaves nothing behind when %s", async (_, change, sentence) => {
  const migrationId = await room.newMigration();
  const outcome = await uploadFile(ctx, change(uploadOf(migrationId, "id,name\n1,Ann\n")));
  expect(outcome.ok ? "" : outcome.refusal.sentence).toMatch(sentence);
  await expectNothingKept(migrationId);
});

test("an upload that breaks off, or meets a full disk, leaves nothing behind and says so", async () => {
  const migrationId = await room.newMigration();
  async function* broken(code: string): AsyncIterable<Uint8Array> {
    yield Buffer.from("id,name\n");
    throw Object.assign(new Error("gone"), { code });
  }
  const sentences: string[] = [];
  for (const code of ["ECONNRESET", "ENOSPC"]) {
    const outcome = await uploadFile(ctx, { ...uploadOf(migrationId, "id,name\n1,Ann\n"), stream: broken(code) });
    sentences.push(outcome.ok ? "" : outcome.refusal.sentence);
  }
  expect(sentences[0]).toMatch(/broke off/);
  expect(sentences[1]).toMatch(/disk/);
  await expectNothingKept(migrationId);
});

test("a full disk refuses before a byte is taken", async () => {
  const migrationId = await room.newMigration();
  const outcome = await uploadFile(
    { ...ctx, files: { ...ctx.files, freeBytes: async () => 1_000_000 } },
    uploadOf(migrationId, "id,name\n1,Ann\n"),
  );
  expect(outcome.ok ? "" : outcome.refusal.sentence).toMatch(/1 MB left/);
});

test("a migration that is over, or none, takes no files", async () => {
  const migrationId = await room.newMigration();
  await ctx.db.migration.update({ where: { id: migrationId }, data: { status: "abandoned" } });
  const outcomes = [
    await uploadFile(ctx, uploadOf(migrationId, "a,b\n1,2\n")),
    await uploadFile(ctx, uploadOf(crypto.randomUUID(), "a,b\n1,2\n")),
  ];
  expect(outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.refusal.kind))).toEqual(["not_now", "not_found"]);
});

test("the same bytes again are taken, and said to be a repeat until the first is taken out", async () => {
  const migrationId = await room.newMigration();
  const first = await uploadFile(ctx, uploadOf(migrationId, "id,name\n1,Ann\n", "individual", "monday.csv"));
  const later = { ...ctx, clock: { now: () => new Date("2026-11-24T09:00:00Z") } };
  await uploadFile(later, uploadOf(migrationId, "id,name\n1,Ann\n", "individual", "tuesday.csv"));
  const repeats = async () => {
    const listed = await listFiles(ctx, migrationId);
    return listed.ok ? listed.value.files.map((file) => file.repeatOf) : [];
  };
  expect(await repeats()).toEqual([
    null,
    expect.stringContaining("uploaded on 23 Nov 2026 by Olivia Operator, as “monday.csv”"),
  ]);
  if (first.ok) expect(await withdrawFile(ctx, first.value.fileId)).toEqual({ ok: true, value: {} });
  expect(await repeats()).toEqual([null]);
});

test("a queue that is down loses no upload: the row waits for a worker", async () => {
  const migrationId = await room.newMigration();
  const down = { ...ctx.queue, dispatch: () => Promise.reject(new Error("down")) };
  const outcome = await uploadFile({ ...ctx, queue: down }, uploadOf(migrationId, "id,name\n1,Ann\n"));
  expect(
    outcome.ok && (await ctx.db.sourceFile.findUniqueOrThrow({ where: { id: outcome.value.fileId } })).status,
  ).toBe("uploaded");
});

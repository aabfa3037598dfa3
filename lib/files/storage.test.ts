import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBucket } from "./bucket.ts";
import { makeBucketStorage } from "./bucket-storage.ts";
import { makeLocalStorage } from "./local-storage.ts";
import { makeSealedStorage } from "./sealed-storage.ts";
import type { FileStorage } from "./storage.ts";
import { openBucketServer, testBucket } from "./test-bucket-server.ts";
import { tryStorage } from "./try-storage.ts";

const MiB = 1024 ** 2;
const folder = mkdtempSync(path.join(tmpdir(), "causeway-files-"));
let server: Awaited<ReturnType<typeof openBucketServer>>;
beforeAll(async () => {
  server = await openBucketServer();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

async function* inPieces(bytes: Uint8Array, size = 100_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function* breakingOff(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* inPieces(bytes);
  throw new Error("the sender went away");
}
async function whole(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)));

const kinds: { kind: string; open: () => FileStorage; everythingIn: () => string[] }[] = [
  { kind: "a folder", open: () => makeLocalStorage(folder), everythingIn: () => filesIn(folder) },
  {
    kind: "a bucket",
    open: () => makeBucketStorage(openBucket({ ...testBucket, endpoint: server.endpoint })),
    everythingIn: () => [...server.objects.keys(), ...[...server.uploads.values()].map(({ key }) => `${key} begun`)],
  },
];

describe.each(kinds)("in $kind", ({ open, everythingIn }) => {
  const sizes = [0, 1, MiB - 1, MiB, MiB + 1, 8 * MiB - 1, 8 * MiB, 8 * MiB + 1, 16 * MiB, 17 * MiB + 3];

  test.each(sizes)("%i bytes come back as they were stored, with their size and hash", async (size) => {
    const files = open();
    const bytes = randomBytes(size);
    expect(await files.put(`m/whole-${size}`, inPieces(bytes))).toEqual({
      sizeBytes: size,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    expect((await whole(files.get(`m/whole-${size}`))).equals(bytes)).toBe(true);
    await files.remove(`m/whole-${size}`);
    expect(everythingIn()).toEqual([]);
  });

  test("any part can be read by its place, also across pieces, none of it, and up to the end and beyond", async () => {
    const files = open();
    const bytes = randomBytes(10 * MiB);
    await files.put("m/parts", inPieces(bytes));
    for (const [start, end] of [
      [0, 1],
      [7, 7],
      [9, 5],
      [MiB - 1, MiB + 1],
      [100, 9.5 * MiB],
      [10 * MiB - 5, 10 * MiB],
      [10 * MiB - 5, 11 * MiB],
      [10 * MiB, 11 * MiB],
    ] as const)
      expect(
        (await whole(files.getPart("m/parts", start, end))).equals(bytes.subarray(start, Math.max(start, end))),
      ).toBe(true);
    await files.remove("m/parts");
  });

  test("bytes are handed on in pieces of a quarter of a megabyte at most, and a reader may stop early", async () => {
    const files = open();
    await files.put("m/early", inPieces(randomBytes(3 * MiB)));
    const seen: number[] = [];
    for await (const chunk of files.get("m/early")) {
      seen.push(chunk.length);
      if (seen.length === 3) break;
    }
    expect(Math.max(...seen)).toBeLessThanOrEqual(MiB / 4);
    await files.remove("m/early");
  });

  test.each([0, 1000, 9 * MiB, 20 * MiB])(
    "a stream that breaks off after %i bytes leaves nothing, not even something begun",
    async (size) => {
      await expect(open().put("m/broken", breakingOff(randomBytes(size)))).rejects.toThrow("the sender went away");
      expect(everythingIn()).toEqual([]);
    },
  );

  test("storing under the same key again replaces what was there, and only when all has arrived", async () => {
    const files = open();
    await files.put("m/again", inPieces(Buffer.from("first")));
    await expect(files.put("m/again", breakingOff(randomBytes(9 * MiB)))).rejects.toThrow();
    expect(String(await whole(files.get("m/again")))).toBe("first");
    await files.put("m/again", inPieces(Buffer.from("second")));
    expect(String(await whole(files.get("m/again")))).toBe("second");
    await files.remove("m/again");
  });

  test("two files stored at once do not meet", async () => {
    const files = open();
    const both = [randomBytes(9 * MiB), randomBytes(9 * MiB)];
    await Promise.all(both.map((bytes, index) => files.put(`m/both-${index}`, inPieces(bytes))));
    for (const [index, bytes] of both.entries())
      expect((await whole(files.get(`m/both-${index}`))).equals(bytes)).toBe(true);
    await Promise.all(both.map((_, index) => files.remove(`m/both-${index}`)));
  });

  test("what is not there is said to be not there, and removing it is done already", async () => {
    const files = open();
    await expect(whole(files.get("m/none"))).rejects.toMatchObject({ code: "ENOENT" });
    await expect(whole(files.getPart("m/none", 0, 5))).rejects.toMatchObject({ code: "ENOENT" });
    await files.remove("m/none");
  });

  test.each(["../m/x", "/etc/passwd", "m//x", "m/x.csv", ""])("the key %j leads nowhere", async (key) => {
    const files = open();
    await expect(files.put(key, inPieces(Buffer.from("x")))).rejects.toThrow(/storage key/);
    await expect((async () => whole(files.get(key)))()).rejects.toThrow(/storage key/);
    await expect((async () => files.remove(key))()).rejects.toThrow(/storage key/);
  });

  test("sealed bytes lie there unreadable, open to the same, and open in part", async () => {
    const files = open();
    const sealed = makeSealedStorage(files, "a secret for tests of at least 32 characters");
    const plain = Buffer.alloc(9 * MiB, "The passport of Ann Example. ");
    const stored = await sealed.put("m/sealed", inPieces(plain));
    expect(stored).toMatchObject({ sizeBytes: plain.length, sha256: createHash("sha256").update(plain).digest("hex") });
    expect((await whole(files.get("m/sealed"))).includes("passport")).toBe(false);
    expect((await whole(sealed.get(stored))).equals(plain)).toBe(true);
    expect(
      (await whole(sealed.getPart(stored, 5 * MiB, 5 * MiB + 999))).equals(plain.subarray(5 * MiB, 5 * MiB + 999)),
    ).toBe(true);
    await sealed.remove("m/sealed");
  });

  test("its trial leaves nothing behind", async () => {
    await tryStorage(open());
    expect(everythingIn()).toEqual([]);
  });
});

test("a folder tells how much room it has; a bucket has no such limit", async () => {
  const [inFolder, inBucket] = await Promise.all(kinds.map(({ open }) => open().freeBytes()));
  expect(inFolder).toBeGreaterThan(0);
  expect(inBucket).toBe("no_limit");
});

import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { StorageAway } from "../domain/storage-away.ts";
import { openBucket } from "./bucket.ts";
import type { BucketSettings } from "./bucket-settings.ts";
import { makeBucketStorage } from "./bucket-storage.ts";
import { openBucketServer, testBucket } from "./test-bucket-server.ts";
import { tryStorage } from "./try-storage.ts";

const MiB = 1024 ** 2;
let server: Awaited<ReturnType<typeof openBucketServer>>;
beforeEach(async () => {
  server = await openBucketServer();
});
afterEach(() => server.close());

const filesWith = (settings: Partial<BucketSettings> = {}) =>
  makeBucketStorage(openBucket({ ...testBucket, endpoint: server.endpoint, ...settings }));
async function* pieces(count: number, also: (index: number) => unknown = () => {}): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index++) {
    await also(index);
    yield randomBytes(MiB);
  }
}
async function whole(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const sentenceOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => "nothing was wrong",
    (fault: unknown) => (fault instanceof StorageAway ? fault.message : `not a sentence: ${String(fault)}`),
  );

test.each<[string, Partial<BucketSettings>, RegExp]>([
  ["another bucket", { name: "boooks" }, /bucket “boooks”.*There is no such bucket.*FILES_S3_BUCKET/],
  ["a wrong secret", { keys: { ...testBucket.keys, secretAccessKey: "other" } }, /FILES_S3_|with these keys/],
  ["an unknown key", { keys: { ...testBucket.keys, accessKeyId: "other" } }, /FILES_S3_|with these keys/],
  ["another region", { region: "us-east-1" }, /FILES_S3_|with these keys/],
  ["a server that is not there", { endpoint: "http://127.0.0.1:1" }, /does not answer.*\(ECONNREFUSED\)/],
  ["an address nobody has", { endpoint: "http://bucket.invalid" }, /address is not known.*FILES_S3_ENDPOINT/],
])("%s is said in a sentence at the start, and with every act", async (_, wrong, sentence) => {
  const files = filesWith(wrong);
  expect(await sentenceOf(tryStorage(files))).toMatch(sentence);
  expect(await sentenceOf(files.put("m/x", pieces(1)))).toMatch(/^The files of this panel lie in the bucket “/);
  expect(await sentenceOf(whole(files.get("m/x")))).toMatch(/^The files of this panel lie in the bucket “/);
  expect(await sentenceOf(files.remove("m/x"))).toMatch(/^The files of this panel lie in the bucket “/);
  expect(server.objects.size + server.uploads.size).toBe(0);
});

test.each([
  [
    "a wrong secret",
    { ...testBucket.keys, secretAccessKey: "other" },
    /does not accept the keys.*SignatureDoesNotMatch/,
  ],
  ["an unknown key", { ...testBucket.keys, accessKeyId: "other" }, /does not accept the keys.*InvalidAccessKeyId/],
])("%s is named where S3 names it", async (_, keys, sentence) => {
  expect(await sentenceOf(filesWith({ keys }).put("m/x", pieces(1)))).toMatch(sentence);
});

test("keys that may look but not write are found out at the start", async () => {
  server.trouble(/^PUT check/, { status: 403, body: "<Error><Code>AccessDenied</Code></Error>" });
  expect(await sentenceOf(tryStorage(filesWith()))).toMatch(/does not permit this with these keys/);
});

test("a bucket that is full says so", async () => {
  server.trouble(/^PUT/, { status: 507, body: "<Error><Code>XMinioStorageFull</Code></Error>" }, 3);
  expect(await sentenceOf(filesWith().put("m/x", pieces(1)))).toMatch(/It is full\. Make room in it/);
});

test("a server that goes away in the middle of an upload is an error in words, and no file", async () => {
  const put = filesWith().put(
    "m/x",
    pieces(30, (index) => (index === 20 ? server.close() : undefined)),
  );
  expect(await sentenceOf(put)).toMatch(/does not answer/);
  expect(server.objects.size).toBe(0);
});

test("a part that is refused ends the upload: nothing is left begun, and the sender is not read to its end", async () => {
  server.trouble(/^PUT part/, { status: 403, body: "<Error><Code>AccessDenied</Code></Error>" });
  let read = 0;
  const put = filesWith().put(
    "m/x",
    pieces(1000, (index) => (read = index)),
  );
  expect(await sentenceOf(put)).toMatch(/does not permit/);
  expect([server.objects.size, server.uploads.size]).toEqual([0, 0]);
  expect(read).toBeLessThan(40);
});

test.each([
  ["a small file", 1, /^PUT m/],
  ["the end of a large one", 9, /^POST upload /],
])("where %s was stored but no answer comes, what could not be confirmed is not kept", async (_, count, when) => {
  server.trouble(when, "lose", 3);
  expect(await sentenceOf(filesWith().put("m/x", pieces(count)))).toMatch(/^The files of this panel lie in/);
  expect([server.objects.size, server.uploads.size]).toEqual([0, 0]);
});

test("a server that is busy for a moment is asked again", async () => {
  const busy = { status: 503, body: "<Error><Code>SlowDown</Code></Error>" };
  for (const when of [/^POST uploads/, /^PUT part/, /^POST upload /, /^GET/]) server.trouble(when, busy);
  await filesWith().put("m/x", pieces(9));
  expect(await whole(filesWith().get("m/x"))).toHaveLength(9 * MiB);
});

test("an answer that breaks off is asked for again, and never taken for the end of the file", async () => {
  await filesWith().put("m/x", pieces(9));
  server.trouble(/^GET/, "cut", 2);
  expect(await whole(filesWith().get("m/x"))).toHaveLength(9 * MiB);
  server.trouble(/^GET/, "cut", 3);
  expect(await sentenceOf(whole(filesWith().get("m/x")))).toMatch(/does not answer/);
});

test("a part is asked for by its range alone", async () => {
  await filesWith().put("m/x", pieces(20));
  const before = server.asked.length;
  expect(await whole(filesWith().getPart("m/x", 15 * MiB, 15 * MiB + 100))).toHaveLength(100);
  expect(server.asked.slice(before)).toEqual(["GET m/x"]);
});

test("what this panel stores begins with its prefix", async () => {
  await filesWith({ prefix: "causeway/test" }).put("m/x", pieces(1));
  expect([...server.objects.keys()]).toEqual(["causeway/test/m/x"]);
});

test("the bucket of these tests refuses what S3 refuses", async () => {
  const bucket = openBucket({ ...testBucket, endpoint: server.endpoint });
  const begin = async () => bucket.beginUpload("m/x");
  const part = (uploadId: string, number: number, size: number) =>
    bucket.putPart("m/x", uploadId, number, randomBytes(size));
  const small = await begin();
  const tags = [await part(small, 1, 5 * MiB - 1), await part(small, 2, 1)];
  expect(await sentenceOf(bucket.completeUpload("m/x", small, tags))).toMatch(/EntityTooSmall/);
  expect(await sentenceOf(bucket.completeUpload("m/x", small, ['"other"']))).toMatch(/InvalidPart/);
  expect(await sentenceOf(bucket.completeUpload("m/x", small, []))).toMatch(/MalformedXML/);
  expect(await sentenceOf(part("unknown", 1, 1))).toMatch(/NoSuchUpload/);
  expect(await sentenceOf(part(small, 10_001, 1))).toMatch(/InvalidArgument/);
  expect((await fetch(`${server.endpoint}/books/m/x`)).status).toBe(403);
  await bucket.abortUpload("m/x", small);
  expect(server.uploads.size).toBe(0);
});

import type { Bucket } from "./bucket.ts";
import { counted, countedSoFar, newCount } from "./counted.ts";
import { inParts, type Part } from "./in-parts.ts";
import { type FileStorage, handedOnBytes } from "./storage.ts";
import { checkedKey } from "./storage-key.ts";

/**
 * S3 refuses parts under 5 MiB, except the last, and more than 10,000 of them: 80 GB, which lib/env.ts sees to. An upload holds two parts in
 * memory.
 */
const partBytes = 8 * 1024 ** 2;

/** What is looked at first is often all that is wanted (the head of a file); then larger pieces make fewer requests. */
const firstPieceBytes = 1024 ** 2;
const pieceBytes = 8 * 1024 ** 2;

/** Files in a bucket of S3, or of whatever speaks as it does: web and workers on any machines see the same files. */
export function makeBucketStorage(bucket: Bucket): FileStorage {
  const pieces = (key: string, start: number, end: number) => piecesOf(bucket, checkedKey(key), start, end);
  return {
    async put(key, stream) {
      const count = newCount();
      await putAll(bucket, checkedKey(key), inParts(counted(stream, count), partBytes, "as long at most"));
      return countedSoFar(count);
    },
    get: (key) => pieces(key, 0, Number.POSITIVE_INFINITY),
    getPart: (key, start, end) => pieces(key, start, end),
    remove: async (key) => bucket.remove(checkedKey(key)),
    freeBytes: async () => "no_limit",
    reach: () => bucket.reach(),
  };
}

/** Small files are one request, all or nothing by itself; larger ones go in parts, which are no file before all are there. */
async function putAll(bucket: Bucket, key: string, parts: AsyncGenerator<Part>): Promise<void> {
  const first = await parts.next();
  const part = first.done ? { bytes: new Uint8Array(), isLast: true } : first.value;
  if (!part.isLast) return putInParts(bucket, key, part, parts);
  try {
    await bucket.put(key, part.bytes);
  } catch (cause) {
    // Perhaps it was stored, and only the answer was lost.
    await bucket.remove(key).catch(() => {});
    throw cause;
  }
}

async function putInParts(bucket: Bucket, key: string, first: Part, rest: AsyncGenerator<Part>): Promise<void> {
  let upload: string | undefined;
  let isEnding = false;
  let inFlight: Promise<void> = Promise.resolve();
  const tags: string[] = [];
  const send = (uploadId: string, bytes: Uint8Array): void => {
    inFlight = bucket.putPart(key, uploadId, tags.length + 1, bytes).then((tag) => void tags.push(tag));
    // It is awaited before the next part; until then its failure is no surprise.
    inFlight.catch(() => {});
  };
  try {
    upload = await bucket.beginUpload(key);
    send(upload, first.bytes);
    for await (const { bytes } of rest) {
      await inFlight;
      send(upload, bytes);
    }
    await inFlight;
    isEnding = true;
    await bucket.completeUpload(key, upload, tags);
  } catch (cause) {
    // A part that arrives after the abort would stay for ever.
    await inFlight.catch(() => {});
    // Where the bucket is away nothing more can be done: what is left is no file, and a rule of the bucket clears it (docs/decisions/0035).
    if (upload !== undefined) await bucket.abortUpload(key, upload).catch(() => {});
    if (isEnding) await bucket.remove(key).catch(() => {});
    // Whoever sends the bytes is told that they are not taken any more.
    await rest.return(undefined).catch(() => {});
    throw cause;
  }
}

/**
 * Piece by piece, each a request of its own that is over before the bytes are handed on: whoever reads slowly keeps no connection open, and
 * a connection that breaks costs one piece again.
 */
async function* piecesOf(bucket: Bucket, key: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  let at = start;
  let size = firstPieceBytes;
  while (at < end) {
    const { bytes, isEnd } = await bucket.read(key, at, Math.min(at + size, end));
    for (let from = 0; from < bytes.length; from += handedOnBytes) yield bytes.subarray(from, from + handedOnBytes);
    if (isEnd) return;
    at += bytes.length;
    size = pieceBytes;
  }
}

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, statfs } from "node:fs/promises";
import path from "node:path";

/** Where uploaded bytes lie. Streams in and out: the size of a file never is the size of a process. */
export type FileStorage = {
  /**
   * Stores all of `stream` under `key`, or nothing: what breaks off leaves no trace. Counts and hashes what arrived.
   * @throws whatever the stream threw; an `ENOSPC` error when the disk is full
   */
  put(key: string, stream: AsyncIterable<Uint8Array>): Promise<{ sizeBytes: number; sha256: string }>;
  get(key: string): AsyncIterable<Uint8Array>;
  /** The bytes from `start`, up to but without `end`. */
  getPart(key: string, start: number, end: number): AsyncIterable<Uint8Array>;
  /** Removing what is not there is done already. */
  remove(key: string): Promise<void>;
  freeBytes(): Promise<number>;
};

/** Files in a folder of this machine; web and worker must see the same folder. */
export function makeLocalStorage(folder: string): FileStorage {
  const placeOf = (key: string): string => {
    if (!/^[\w-]+(\/[\w-]+)*$/.test(key)) throw new Error("A storage key is ids joined by slashes.");
    return path.join(folder, key);
  };
  return {
    async put(key, stream) {
      const place = placeOf(key);
      const partial = `${place}.partial`;
      await mkdir(path.dirname(place), { recursive: true });
      try {
        const stored = await writeAll(partial, stream);
        await rename(partial, place);
        return stored;
      } catch (cause) {
        await rm(partial, { force: true });
        throw cause;
      }
    },
    get: (key) => createReadStream(placeOf(key), { highWaterMark: 256 * 1024 }),
    async *getPart(key, start, end) {
      // A read stream takes its last byte with it, so nothing at all is asked for by not asking.
      if (end > start) yield* createReadStream(placeOf(key), { start, end: end - 1, highWaterMark: 256 * 1024 });
    },
    remove: (key) => rm(placeOf(key), { force: true }),
    async freeBytes() {
      await mkdir(folder, { recursive: true });
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
  };
}

async function writeAll(
  place: string,
  stream: AsyncIterable<Uint8Array>,
): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const file = await open(place, "w");
  try {
    for await (const chunk of stream) {
      hash.update(chunk);
      sizeBytes += chunk.byteLength;
      await file.writeFile(chunk);
    }
    // The row that names this file must not outlive it through a power cut.
    await file.sync();
  } finally {
    await file.close();
  }
  return { sizeBytes, sha256: hash.digest("hex") };
}

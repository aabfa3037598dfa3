import { constants, createReadStream } from "node:fs";
import { access, mkdir, open, rename, rm, statfs } from "node:fs/promises";
import path from "node:path";
import { StorageAway } from "../domain/storage-away.ts";
import { type Count, counted, countedSoFar, newCount } from "./counted.ts";
import { type FileStorage, handedOnBytes } from "./storage.ts";
import { checkedKey } from "./storage-key.ts";

/** Files in a folder of this machine; web and worker must see the same folder. */
export function makeLocalStorage(folder: string): FileStorage {
  const placeOf = (key: string): string => path.join(folder, checkedKey(key));
  return {
    async put(key, stream) {
      const place = placeOf(key);
      const partial = `${place}.partial`;
      await mkdir(path.dirname(place), { recursive: true });
      const count = newCount();
      try {
        await writeAll(partial, stream, count);
        await rename(partial, place);
        return countedSoFar(count);
      } catch (cause) {
        await rm(partial, { force: true });
        throw cause;
      }
    },
    get: (key) => createReadStream(placeOf(key), { highWaterMark: handedOnBytes }),
    async *getPart(key, start, end) {
      // A read stream takes its last byte with it, so nothing at all is asked for by not asking.
      if (end > start) yield* createReadStream(placeOf(key), { start, end: end - 1, highWaterMark: handedOnBytes });
    },
    remove: (key) => rm(placeOf(key), { force: true }),
    async freeBytes() {
      await mkdir(folder, { recursive: true });
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    async reach() {
      try {
        await mkdir(folder, { recursive: true });
        await access(folder, constants.R_OK | constants.W_OK);
      } catch (cause) {
        const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
        throw new StorageAway(
          `The folder for files, ${folder}, cannot be read and written (${code}). Make it writable for the user the panel runs as, or choose another with CAUSEWAY_DATA_DIR.`,
          code,
        );
      }
    },
  };
}

async function writeAll(place: string, stream: AsyncIterable<Uint8Array>, count: Count): Promise<void> {
  const file = await open(place, "w");
  try {
    for await (const chunk of counted(stream, count)) await file.writeFile(chunk);
    // The row that names this file must not outlive it through a power cut.
    await file.sync();
  } finally {
    await file.close();
  }
}

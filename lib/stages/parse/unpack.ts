import { Readable } from "node:stream";
import { constants, createGunzip, createInflateRaw } from "node:zlib";
import { unpackedBytesFree, unpackedWorkbookBytesMax, unpackRatioMax } from "./limits.ts";
import type { StoredBytes } from "./stored-bytes.ts";
import { Unreadable } from "./unreadable.ts";

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b && head[2] === 0x08;

/** The content of a gzip file. @throws Unreadable when it is broken, cut off, or grows beyond the limit */
export const gunzipped = (packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  unpacked(
    packed,
    createGunzip(),
    "The compressed file is broken or cut off. Compress the export again and upload it.",
  );

/** The content of one member of a ZIP archive. */
export const inflated = (packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  unpacked(
    packed,
    createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH }),
    "The workbook is damaged: a part of it cannot be unpacked. Open it, save it again as .xlsx and upload that.",
  );

async function* unpacked(
  packed: AsyncIterable<Uint8Array>,
  unpacker: ReturnType<typeof createGunzip> | ReturnType<typeof createInflateRaw>,
  brokenSentence: string,
): AsyncIterable<Uint8Array> {
  let packedBytes = 0;
  let unpackedBytes = 0;
  const source = Readable.from(
    (async function* () {
      for await (const chunk of packed) {
        packedBytes += chunk.length;
        yield chunk;
      }
    })(),
  );
  source.on("error", (cause) => unpacker.destroy(cause));
  try {
    for await (const chunk of source.pipe(unpacker)) {
      unpackedBytes += chunk.length;
      if (unpackedBytes > unpackedBytesFree && unpackedBytes > packedBytes * unpackRatioMax)
        throw new Unreadable(
          `The file unpacks to more than ${unpackRatioMax} times its size, as a “ZIP bomb” does. It was refused; upload the export as it is, not compressed.`,
        );
      yield chunk;
    }
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw code.startsWith("Z_") || code === "ERR_STREAM_PREMATURE_CLOSE" ? new Unreadable(brokenSentence) : cause;
  } finally {
    source.destroy();
    unpacker.destroy();
  }
}

/** The content of a stored file, unpacked where it is gzip. */
export const contentOf = (stored: StoredBytes, isPacked: boolean): AsyncIterable<Uint8Array> =>
  isPacked ? gunzipped(stored.all()) : stored.all();

/** A workbook inside gzip: parts of it are read by place, so it is held whole. */
export async function unpackedWhole(stored: StoredBytes): Promise<StoredBytes> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of gunzipped(stored.all())) {
    size += chunk.length;
    if (size > unpackedWorkbookBytesMax)
      throw new Unreadable("The workbook inside this gzip file is too large to unpack. Upload the .xlsx file itself.");
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks);
  const part = async function* (start: number, end: number) {
    yield whole.subarray(start, end);
  };
  return { sizeBytes: whole.length, all: () => part(0, whole.length), part };
}

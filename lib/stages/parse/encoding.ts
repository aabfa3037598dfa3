import { isUtf8 } from "node:buffer";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Watches every byte of a file go by and says at the end how its text is written. */
export type EncodingWatch = { see(chunk: Uint8Array): void; verdict(): { encoding: Encoding; nulAt: number | null } };

/**
 * A byte-order mark decides; without one it is UTF-8 when the whole file is valid UTF-8, else Windows-1252, which gives every byte a letter.
 * `nulAt` is the first NUL byte of a file that is not UTF-16: no text table has one.
 */
export function encodingWatch(): EncodingWatch {
  let head = new Uint8Array(0);
  let rest: Uint8Array = new Uint8Array(0);
  let position = 0;
  let validUtf8 = true;
  let nulAt: number | null = null;
  return {
    see(chunk) {
      if (head.length < 3) head = Uint8Array.from([...head, ...chunk.subarray(0, 3 - head.length)]);
      if (nulAt === null) {
        const found = chunk.indexOf(0);
        if (found !== -1) nulAt = position + found;
      }
      position += chunk.length;
      if (!validUtf8) return;
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const cut = bytes.length - unfinishedTail(bytes);
      validUtf8 = isUtf8(bytes.subarray(0, cut));
      rest = bytes.slice(cut);
    },
    verdict() {
      const marked = markOf(head);
      if (marked === "utf-16le" || marked === "utf-16be") return { encoding: marked, nulAt: null };
      return { encoding: validUtf8 && isUtf8(rest) ? "utf-8" : "windows-1252", nulAt };
    },
  };
}

function markOf(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return undefined;
}

/** Bytes at the end that begin a character and wait for its rest. */
function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < sequenceLength(byte) ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}

/** Text of a file as UTF-8 bytes without a byte-order mark, chunk by chunk. */
export async function* asUtf8(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<Uint8Array> {
  if (encoding === "utf-8") {
    yield* withoutMark(bytes);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield Buffer.from(text);
  }
  const last = decoder.decode();
  if (last !== "") yield Buffer.from(last);
}

async function* withoutMark(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of bytes) {
    if (head === null) {
      yield chunk;
      continue;
    }
    const start: Uint8Array = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (start.length < 3) {
      head = start;
      continue;
    }
    head = null;
    const marked = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
    yield marked ? start.subarray(3) : start;
  }
  if (head !== null && head.length > 0) yield head;
}

import { isUtf8 } from "node:buffer";
import type { Encoding } from "../../domain/source-form.ts";
import { centralEuropeanWatch } from "./central-european.ts";

export type EncodingVerdict = {
  encoding: Encoding;
  /** Why, as a sentence for the person. */
  reason: string;
  /** What a person should look at, when the bytes leave a doubt. */
  doubt: string | null;
  /** The first NUL byte (from 0) of a file that is not UTF-16: no text table has one. */
  nulAt: number | null;
};

/** Watches every byte of a file go by and says at the end how its text is written, however the bytes were cut into pieces. */
export type EncodingWatch = { see(chunk: Uint8Array): void; verdict(): EncodingVerdict };

/**
 * A byte-order mark decides. Without one: zero bytes on every other place are UTF-16; a file that is valid UTF-8 from its first byte to its
 * last is UTF-8; one with far more whole UTF-8 letters than broken ones is UTF-8 that was damaged; everything else is Windows-1252, unless Polish
 * letters speak for an encoding of Central Europe.
 */
export function encodingWatch(): EncodingWatch {
  let head = new Uint8Array(0);
  let rest: Uint8Array = new Uint8Array(0);
  let position = 0;
  let isAscii = true;
  let firstHighAt = -1;
  let whole = 0;
  let broken = 0;
  let hasC1 = false;
  let nulAt: number | null = null;
  const zeros = [0, 0];
  const central = centralEuropeanWatch();

  const judge = (bytes: Uint8Array) => {
    if (isUtf8(bytes)) {
      whole += lettersIn(bytes);
      central.pass(bytes);
      return;
    }
    const counted = countUtf8(bytes, central.see);
    whole += counted.whole;
    broken += counted.broken;
    hasC1 ||= bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
  };

  return {
    see(chunk) {
      if (head.length < 3) head = Uint8Array.from([...head, ...chunk.subarray(0, 3 - head.length)]);
      for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, at + 1)) {
        nulAt ??= position + at;
        const side = (position + at) % 2;
        zeros[side] = (zeros[side] ?? 0) + 1;
      }
      if (firstHighAt === -1) {
        const high = chunk.findIndex((byte) => byte >= 0x80);
        if (high !== -1) {
          firstHighAt = position + high;
          isAscii = false;
        }
      }
      position += chunk.length;
      if (isAscii) return central.pass(chunk);
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const cut = bytes.length - unfinishedTail(bytes);
      judge(bytes.subarray(0, cut));
      rest = bytes.slice(cut);
    },
    verdict() {
      const marked = markOf(head);
      if (marked) return { ...marked, doubt: null, nulAt: marked.encoding === "utf-8" ? nulAt : null };
      const [even = 0, odd = 0] = zeros;
      const units = position / 2;
      if (Math.max(even, odd) >= Math.max(3, units * 0.03) && Math.min(even, odd) <= units * 0.001) {
        const encoding = odd > even ? "utf-16le" : "utf-16be";
        const reason = `Every second byte of many letters is zero, as in UTF-16 (${odd > even ? "little" : "big"}-endian); there is no byte-order mark.`;
        return { encoding, reason, doubt: null, nulAt: null };
      }
      if (isAscii)
        return {
          encoding: "utf-8",
          reason: "Every byte is plain ASCII, which reads the same in every encoding offered here.",
          doubt: null,
          nulAt,
        };
      if (rest.length > 0) judge(rest);
      rest = new Uint8Array(0);
      const where = `The first letter outside ASCII is at byte ${(firstHighAt + 1).toLocaleString("en-GB")}`;
      if (broken === 0)
        return { encoding: "utf-8", reason: `${where}; every byte of the file is valid UTF-8.`, doubt: null, nulAt };
      if (whole >= 10 && whole > broken * 20)
        return {
          encoding: "utf-8",
          reason: `${where}; ${whole.toLocaleString("en-GB")} letters are valid UTF-8.`,
          doubt: `${broken.toLocaleString("en-GB")} ${broken === 1 ? "byte is" : "bytes are"} not UTF-8 and shown as “\ufffd”. The export is damaged there.`,
          nulAt,
        };
      const polish = central.verdict();
      if (polish)
        return {
          encoding: polish,
          reason: `${where} and is not UTF-8; signs inside words are Polish letters in ${encodingName[polish]}.`,
          doubt: "Look at names with accents: if they are wrong, choose another encoding.",
          nulAt,
        };
      return {
        encoding: "windows-1252",
        reason: `${where} and is not UTF-8, so the text is read as Windows-1252${hasC1 ? "" : ", which here is the same as ISO-8859-1"}.`,
        doubt: "Look at names with accents: if they are wrong, choose another encoding.",
        nulAt,
      };
    },
  };
}

const encodingName: Partial<Record<Encoding, string>> = { "windows-1250": "Windows-1250", "iso-8859-2": "ISO-8859-2" };

function markOf(head: Uint8Array): { encoding: Encoding; reason: string } | undefined {
  const by = "The file begins with the byte-order mark of";
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", reason: `${by} UTF-16 (little-endian).` };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", reason: `${by} UTF-16 (big-endian).` };
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", reason: `${by} UTF-8.` };
  return undefined;
}

/** Letters of more than one byte in valid UTF-8. */
function lettersIn(bytes: Uint8Array): number {
  let letters = 0;
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) >= 0xc0) letters++;
  return letters;
}

function countUtf8(
  bytes: Uint8Array,
  see: (byte: number, isBroken: boolean) => void,
): { whole: number; broken: number } {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      see(byte, false);
      at++;
      continue;
    }
    const length = byte >= 0xc2 && byte <= 0xf4 ? sequenceLength(byte) : 0;
    if (length > 0 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length))) {
      whole++;
      see(byte, false);
      at += length;
    } else {
      broken++;
      see(byte, true);
      at++;
    }
  }
  return { whole, broken };
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

/** The text of a file without its byte-order mark, chunk by chunk. A letter is never cut in two. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<string> {
  const decode = decoderOf(encoding);
  for await (const chunk of bytes) {
    const text = decode(chunk, false);
    if (text !== "") yield text;
  }
  const last = decode(new Uint8Array(0), true);
  if (last !== "") yield last;
}

/** WHATWG decoders take "iso-8859-1" for Windows-1252; here it is itself, each byte the character of its number. */
export function decoderOf(encoding: Encoding): (bytes: Uint8Array, isLast: boolean) => string {
  if (encoding === "iso-8859-1")
    return (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const decoder = new TextDecoder(encoding);
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
}

import { createCipheriv, createDecipheriv } from "node:crypto";
import { inParts } from "./in-parts.ts";

/*
 * Bytes sealed by AES-256-GCM in frames of 64 KiB, each with its own tag, so that a file of any size is sealed and opened piece by piece. The
 * nonce of a frame is its number and whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár): a frame that
 * is altered, moved, left out or cut off at the end does not open. The last frame is shorter than the others, empty where need be, and so the
 * end is known from the bytes alone. A key seals one file and no other.
 */
const frameBytes = 64 * 1024;
const tagBytes = 16;
const sealedFrameBytes = frameBytes + tagBytes;

/** A key for one file. */
export type FrameKey = Uint8Array;
export const frameKeyBytes = 32;

/** The bytes do not open: they are not those that were sealed with this key, or not all of them. */
export class NotSealedSo extends Error {
  constructor(what: string) {
    super(`A sealed file does not open: ${what}.`);
  }
}

export async function* sealedFrames(plain: AsyncIterable<Uint8Array>, key: FrameKey): AsyncGenerator<Uint8Array> {
  let number = 0;
  for await (const { bytes, isLast } of inParts(plain, frameBytes, "shorter"))
    yield sealedFrame(bytes, key, number++, isLast);
}

/** @throws NotSealedSo at the first frame that does not open; what came before it was right. */
export async function* openedFrames(sealed: AsyncIterable<Uint8Array>, key: FrameKey): AsyncGenerator<Uint8Array> {
  let number = 0;
  for await (const { bytes, isLast } of inParts(sealed, sealedFrameBytes, "shorter")) {
    const opened = openedFrame(bytes, key, number++, isLast);
    if (opened.length > 0) yield opened;
  }
}

/** A part of the plain bytes, from `start` up to but without `end`: only the frames that hold it are read. `read` reads sealed bytes by place. */
export async function* openedPart(
  read: (start: number, end: number) => AsyncIterable<Uint8Array>,
  key: FrameKey,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  if (end <= start) return;
  const first = Math.floor(start / frameBytes);
  const behind = Math.ceil(end / frameBytes);
  let number = first;
  for await (const { bytes, isLast } of inParts(
    read(first * sealedFrameBytes, behind * sealedFrameBytes),
    sealedFrameBytes,
    "shorter",
  )) {
    if (bytes.length === 0) return;
    const opened = openedFrame(bytes, key, number, isLast);
    const from = number * frameBytes;
    yield opened.subarray(Math.max(0, start - from), end - from);
    number += 1;
  }
}

function sealedFrame(bytes: Uint8Array, key: FrameKey, number: number, isLast: boolean): Uint8Array {
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number, isLast));
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function openedFrame(sealed: Uint8Array, key: FrameKey, number: number, isLast: boolean): Uint8Array {
  if (sealed.length < tagBytes) throw new NotSealedSo("its end is missing");
  const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(number, isLast), { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    throw new NotSealedSo(`frame ${number + 1} was altered, moved or sealed with another key`);
  }
}

/** Twelve bytes: the number of the frame in eleven, and 1 for the last. */
function nonceOf(number: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 3);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

import { randomBytes } from "node:crypto";
import { seal, unseal } from "../seal.ts";
import { counted, countedSoFar, newCount } from "./counted.ts";
import { type FrameKey, frameKeyBytes, openedFrames, openedPart, sealedFrames } from "./sealed-frames.ts";
import type { FileStorage } from "./storage.ts";

/** Where sealed bytes lie, and their key, sealed by the secret of the panel: without its row a stored file says nothing. */
export type Sealed = { storageKey: string; sealedKey: string };

/**
 * Bytes that are encrypted at rest, on top of any storage. Each file has a key of its own, so changing the panel's secret means sealing keys
 * anew, not files. Sizes and hashes are those of the plain bytes.
 */
export type SealedStorage = {
  /** All of `stream`, or nothing. */
  put(storageKey: string, stream: AsyncIterable<Uint8Array>): Promise<Sealed & { sizeBytes: number; sha256: string }>;
  /** @throws NotSealedSo where a byte was altered, moved or cut off; the storage's own error where the file is not there */
  get(file: Sealed): AsyncGenerator<Uint8Array>;
  /** The plain bytes from `start`, up to but without `end`. */
  getPart(file: Sealed, start: number, end: number): AsyncIterable<Uint8Array>;
  /** Removing what is not there is done already. */
  remove(storageKey: string): Promise<void>;
};

export function makeSealedStorage(files: FileStorage, secret: string): SealedStorage {
  const keyOf = ({ sealedKey }: Sealed): FrameKey =>
    Buffer.from(unseal(sealedKey, secret, "seal the keys of documents"), "base64url");
  return {
    async put(storageKey, stream) {
      const key = randomBytes(frameKeyBytes);
      const count = newCount();
      await files.put(storageKey, sealedFrames(counted(stream, count), key));
      const sealedKey = seal(key.toString("base64url"), secret, "seal the keys of documents");
      return { storageKey, sealedKey, ...countedSoFar(count) };
    },
    get: (file) => openedFrames(files.get(file.storageKey), keyOf(file)),
    getPart: (file, start, end) =>
      openedPart((from, to) => files.getPart(file.storageKey, from, to), keyOf(file), start, end),
    remove: (storageKey) => files.remove(storageKey),
  };
}

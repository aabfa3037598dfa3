import { createSHA256 } from "hash-wasm";

const chunkBytes = 4 * 1024 * 1024;

/**
 * SHA-256 of a file as lower-case hex, read in pieces so that a file of any size fits in memory.
 * `onProgress` hears 0…1. Throws the signal's reason when it is cancelled.
 */
export async function fingerprintOf(
  file: Blob,
  onProgress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<string> {
  const hasher = await createSHA256();
  for (let start = 0; start < file.size; start += chunkBytes) {
    signal?.throwIfAborted();
    hasher.update(new Uint8Array(await file.slice(start, start + chunkBytes).arrayBuffer()));
    onProgress(Math.min(1, (start + chunkBytes) / file.size));
  }
  return hasher.digest("hex");
}

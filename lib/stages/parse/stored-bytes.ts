/** The bytes of a file as they are kept: all of them in order, or a part of them by place. */
export type StoredBytes = {
  sizeBytes: number;
  all(): AsyncIterable<Uint8Array>;
  /** From `start`, up to but without `end`. */
  part(start: number, end: number): AsyncIterable<Uint8Array>;
};

type Storage = {
  get(key: string): AsyncIterable<Uint8Array>;
  getPart(key: string, start: number, end: number): AsyncIterable<Uint8Array>;
};

/** The bytes of a source file in the storage. */
export const storedFile = (files: Storage, file: { storageKey: string; sizeBytes: bigint }): StoredBytes => ({
  sizeBytes: Number(file.sizeBytes),
  all: () => files.get(file.storageKey),
  part: (start, end) => files.getPart(file.storageKey, start, end),
});

/** Reads a small part whole. */
export async function wholePart(bytes: StoredBytes, start: number, end: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes.part(start, end)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The first `count` bytes, or all when there are fewer; whatever size the pieces have. */
export async function headOf(bytes: AsyncIterable<Uint8Array>, count: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let seen = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    seen += chunk.length;
    if (seen >= count) break;
  }
  return Buffer.concat(chunks).subarray(0, count);
}

/** Where uploaded bytes lie. Streams in and out: the size of a file never is the size of a process. */
export type FileStorage = {
  /**
   * Stores all of `stream` under `key`, or nothing: what breaks off leaves no trace. Counts and hashes what arrived.
   * @throws whatever the stream threw; an `ENOSPC` error when the disk is full; StorageAway
   */
  put(key: string, stream: AsyncIterable<Uint8Array>): Promise<{ sizeBytes: number; sha256: string }>;
  /** @throws an `ENOENT` error where nothing is stored under `key`; StorageAway */
  get(key: string): AsyncIterable<Uint8Array>;
  /** The bytes from `start`, up to but without `end`; fewer where the file ends before. @throws as `get` does */
  getPart(key: string, start: number, end: number): AsyncIterable<Uint8Array>;
  /** Removing what is not there is done already. @throws StorageAway */
  remove(key: string): Promise<void>;
  /** Room that is left, where it can be known: a bucket has no such limit. */
  freeBytes(): Promise<number | "no_limit">;
  /** Is the storage there? @throws StorageAway where it is not, in a sentence */
  reach(): Promise<void>;
};

/** Bytes are handed on in pieces of this size, so that whoever reads them can pause in between. */
export const handedOnBytes = 256 * 1024;

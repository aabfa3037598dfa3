import { randomUUID } from "node:crypto";
import { StorageAway } from "../domain/storage-away.ts";
import type { FileStorage } from "./storage.ts";

/** Stores a few bytes, reads them and removes them again: what is not permitted shows at the start, not at the first upload. @throws StorageAway */
export async function tryStorage(files: FileStorage): Promise<void> {
  await files.reach();
  const key = `check/${randomUUID()}`;
  const written = Buffer.from(key);
  await files.put(key, one(written));
  const read: Uint8Array[] = [];
  for await (const chunk of files.get(key)) read.push(chunk);
  await files.remove(key);
  if (!Buffer.concat(read).equals(written))
    throw new StorageAway("What was written to the storage of files came back as something else.", "changed");
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

import { createHash, type Hash } from "node:crypto";

/** How much has passed, and its hash. */
export type Count = { sizeBytes: number; hash: Hash };

export const newCount = (): Count => ({ sizeBytes: 0, hash: createHash("sha256") });

/** Lets bytes through and counts and hashes them. */
export async function* counted(stream: AsyncIterable<Uint8Array>, count: Count): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    count.hash.update(chunk);
    count.sizeBytes += chunk.byteLength;
    yield chunk;
  }
}

export const countedSoFar = ({ sizeBytes, hash }: Count) => ({ sizeBytes, sha256: hash.digest("hex") });

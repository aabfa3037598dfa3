import { headBytes, tailBytes } from "./document-sight.ts";

/** The first and last bytes of a stream that was read to its end, and how many there were. */
export type BothEnds = { head: Uint8Array; tail: Uint8Array; sizeBytes: number };

/** More bytes than a document may have: the rest is not read. */
export class TooLong extends Error {}

/** Lets a stream through and keeps its two ends. @throws TooLong at the first piece beyond `bytesMax` */
export function keepingEnds(stream: AsyncIterable<Uint8Array>, bytesMax: number) {
  const ends: BothEnds = { head: new Uint8Array(), tail: new Uint8Array(), sizeBytes: 0 };
  async function* through(): AsyncIterable<Uint8Array> {
    for await (const chunk of stream) {
      ends.sizeBytes += chunk.length;
      if (ends.sizeBytes > bytesMax) throw new TooLong();
      if (ends.head.length < headBytes)
        ends.head = Buffer.concat([ends.head, chunk.subarray(0, headBytes - ends.head.length)]);
      ends.tail =
        chunk.length >= tailBytes
          ? Buffer.from(chunk.subarray(-tailBytes))
          : Buffer.concat([ends.tail, chunk]).subarray(-tailBytes);
      yield chunk;
    }
  }
  return { ends, stream: through() };
}

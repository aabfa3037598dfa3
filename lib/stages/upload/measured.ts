/** Why an upload is stopped on its way: more bytes than allowed. */
export class TooLarge extends Error {}

/** Lets bytes through up to `bytesMax`. @throws TooLarge at the first byte beyond, so a lying sender cannot fill the disk */
export async function* measured(stream: AsyncIterable<Uint8Array>, bytesMax: number): AsyncIterable<Uint8Array> {
  let seen = 0;
  for await (const chunk of stream) {
    seen += chunk.byteLength;
    if (seen > bytesMax) throw new TooLarge();
    yield chunk;
  }
}

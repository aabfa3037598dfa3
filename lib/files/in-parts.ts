export type Part = { bytes: Uint8Array; isLast: boolean };

/**
 * Cuts a stream into parts of `size` bytes and a last one. `lastIs`: `shorter`, perhaps empty, where the end must be known from the bytes alone;
 * or `as long at most`, and empty for an empty stream only.
 */
export async function* inParts(
  stream: AsyncIterable<Uint8Array>,
  size: number,
  lastIs: "shorter" | "as long at most",
): AsyncGenerator<Part> {
  const fullest = lastIs === "shorter" ? size - 1 : size;
  let gathered: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    let rest = chunk;
    while (length + rest.length > fullest) {
      const taken = size - length;
      yield { bytes: Buffer.concat([...gathered, rest.subarray(0, taken)]), isLast: false };
      rest = rest.subarray(taken);
      gathered = [];
      length = 0;
    }
    if (rest.length > 0) gathered.push(rest);
    length += rest.length;
  }
  yield { bytes: Buffer.concat(gathered), isLast: true };
}

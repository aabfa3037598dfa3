/** A part of what is stored. Only the last may be shorter than asked; it is empty only when there is nothing at all. */
export type Part = { bytes: Uint8Array; isLast: boolean };

/** Gathers a stream into parts of `size` bytes. A full part is handed on only when more has come, so that the last one is known to be it. */
export async function* inParts(stream: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Part> {
  let gathered: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    let rest = chunk;
    while (length + rest.length > size) {
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

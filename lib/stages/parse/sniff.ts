import { type Delimiter, lineEndsOf } from "./csv-settings.ts";
import { type Encoding, encodingWatch } from "./encoding.ts";
import { guessDelimiter } from "./guess-delimiter.ts";
import { looksLike } from "./looks-like.ts";
import { Unreadable } from "./unreadable.ts";

export type TableForm = { encoding: Encoding; delimiter: Delimiter; lineEnds: readonly string[] };

const sampleBytes = 256 * 1024;

/**
 * Reads all bytes once to learn how the table is written.
 * @throws Unreadable when they are not a table
 */
export async function sniff(bytes: AsyncIterable<Uint8Array>): Promise<TableForm> {
  const watch = encodingWatch();
  const head: Uint8Array[] = [];
  let headBytes = 0;
  let sizeBytes = 0;
  for await (const chunk of bytes) {
    if (headBytes === 0) refuseOther(chunk);
    if (headBytes < sampleBytes) {
      head.push(chunk);
      headBytes += chunk.length;
    }
    sizeBytes += chunk.length;
    watch.see(chunk);
  }
  if (sizeBytes === 0)
    throw new Unreadable("The file is empty (0 bytes). Export it again from the source system and upload it.");
  const { encoding, nulAt } = watch.verdict();
  if (nulAt !== null)
    throw new Unreadable(
      `There is a NUL byte at position ${(nulAt + 1).toLocaleString("en-GB")}, which no text table has. The file is damaged or is not text: export it again as CSV (UTF-8).`,
    );
  const sample = new TextDecoder(encoding).decode(Buffer.concat(head).subarray(0, sampleBytes), { stream: true });
  return { encoding, delimiter: guessDelimiter(sample, sizeBytes <= sampleBytes), lineEnds: lineEndsOf(sample) };
}

function refuseOther(firstChunk: Uint8Array): void {
  const sentence = looksLike(firstChunk);
  if (sentence) throw new Unreadable(sentence);
}

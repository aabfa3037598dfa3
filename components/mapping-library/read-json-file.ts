/** The server takes no larger request. */
const bytesMax = 900_000;

export type JsonReading = { ok: true; document: unknown } | { ok: false; sentence: string };

/** A chosen file as JSON, or why it is none. */
export async function readJsonFile(file: Blob): Promise<JsonReading> {
  if (file.size > bytesMax)
    return { ok: false, sentence: "This file is larger than a mapping can be (0.9 MB). Is it the export itself?" };
  try {
    return { ok: true, document: JSON.parse(await file.text()) };
  } catch {
    return { ok: false, sentence: "This file is not JSON. Choose one that was downloaded from a mapping library." };
  }
}

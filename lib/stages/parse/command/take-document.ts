import { documentBytesMax } from "../../../domain/document.ts";
import type { SealedStorage } from "../../../files/sealed-storage.ts";
import type { TakenDocument } from "../../../store/documents.ts";
import { keepingEnds, TooLong } from "../both-ends.ts";
import type { BundledFile } from "../bundled-files.ts";
import { sightOf } from "../document-sight.ts";
import { Unreadable } from "../unreadable.ts";

/** Reads one file of an upload to its end and seals it under this key; what Passfort would not take is not kept, and told why. */
export async function takeDocument(
  documents: SealedStorage,
  storageKey: string,
  file: BundledFile,
): Promise<TakenDocument> {
  if (!("open" in file)) return notTaken(file.sizeBytes, "document.refused", file.because);
  if (file.sizeBytes > documentBytesMax) return tooLarge(file.sizeBytes);
  const { ends, stream } = keepingEnds(file.open(), documentBytesMax);
  try {
    const stored = await documents.put(storageKey, stream);
    const sight = sightOf(ends.head, ends.tail, ends.sizeBytes);
    if ("mediaType" in sight) return { ...stored, mediaType: sight.mediaType, refusalCode: null, refusedBecause: null };
    await documents.remove(storageKey);
    return { ...notTaken(stored.sizeBytes, sight.refusalCode, sight.because), sha256: stored.sha256 };
  } catch (cause) {
    if (cause instanceof TooLong) return tooLarge(Math.max(ends.sizeBytes, file.sizeBytes));
    if (cause instanceof Unreadable)
      return notTaken(
        ends.sizeBytes,
        "document.damaged",
        "The file is damaged inside its archive: it does not unpack to what was packed.",
      );
    throw cause;
  }
}

const tooLarge = (sizeBytes: number) =>
  notTaken(sizeBytes, "document.too_large", `The file has more than ${documentBytesMax / 1_000_000} MB.`);

const notTaken = (
  sizeBytes: number,
  refusalCode: NonNullable<TakenDocument["refusalCode"]>,
  refusedBecause: string,
): TakenDocument => ({
  sizeBytes,
  sha256: null,
  mediaType: null,
  storageKey: null,
  sealedKey: null,
  refusalCode,
  refusedBecause,
});

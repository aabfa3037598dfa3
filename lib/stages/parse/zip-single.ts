import { unpackedWorkbookBytesMax } from "./limits.ts";
import { headOf, type StoredBytes } from "./stored-bytes.ts";
import { Unreadable } from "./unreadable.ts";
import { openArchive } from "./zip-archive.ts";
import { isLeftover } from "./zip-listing.ts";

const isZip = (head: Uint8Array): boolean => Buffer.from(head.subarray(0, 4)).toString("latin1") === "PK\x03\x04";

/** The name of the one file in a ZIP archive that is no office document; undefined when the bytes are something else. @throws Unreadable */
export async function onlyFileIn(stored: StoredBytes): Promise<string | undefined> {
  const archive = await openArchive(stored);
  if (archive.names.some((name) => /^(?:\[Content_Types\]\.xml|mimetype|content\.xml|Index\/.*)$/i.test(name)))
    return undefined;
  const names = archive.names.filter((name) => !name.endsWith("/") && !isLeftover(name));
  if (names.some((name) => /(?:^|\/)workbook\.(?:xml|bin)$/i.test(name))) return undefined;
  if (names.length === 1) return names[0];
  if (names.length === 0) throw new Unreadable("The ZIP archive is empty. Upload the export itself.");
  throw new Unreadable(
    `This is a ZIP archive of ${names.length.toLocaleString("en-GB")} files. Unpack it and upload the exports one by one; documents of clients go under Documents.`,
  );
}

/** The bytes of a file inside a ZIP archive, unpacked as they are read. */
export async function fileInZip(stored: StoredBytes, name: string): Promise<StoredBytes> {
  const archive = await openArchive(stored);
  const all = () => archive.open(name);
  if (!isZip(await headOf(all(), 4))) return { sizeBytes: archive.sizeOf(name), all, part: () => all() };
  // A workbook is read by place, so it is held whole.
  if (archive.sizeOf(name) > unpackedWorkbookBytesMax) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of all()) {
    size += chunk.length;
    if (size > unpackedWorkbookBytesMax) throw tooLarge();
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks);
  const part = async function* (start: number, end: number) {
    yield whole.subarray(start, end);
  };
  return { sizeBytes: whole.length, all: () => part(0, whole.length), part };
}

const tooLarge = () =>
  new Unreadable("The workbook inside this archive is too large to unpack. Upload the .xlsx file itself.");

import { archiveKindOf, headBytes } from "./document-sight.ts";
import { headOf, type StoredBytes } from "./stored-bytes.ts";
import { Unreadable } from "./unreadable.ts";
import { contentOfMember } from "./zip-archive.ts";
import { listMembers } from "./zip-listing.ts";

/** One file of an upload: its path, its size as it is claimed, and its bytes; or why it is not taken out, as a sentence. */
export type BundledFile = { path: string; sizeBytes: number } & (
  | { open(): AsyncIterable<Uint8Array> }
  | { because: string }
);

/** The files of a ZIP archive, in its order; any other file is the only one of its upload. @throws Unreadable for what cannot be taken as a whole */
export async function filesOfBundle(
  stored: StoredBytes,
  name: string,
): Promise<{ files: BundledFile[]; leftOut: number }> {
  const archive = archiveKindOf(await headOf(stored.all(), headBytes));
  if (archive === undefined)
    return { files: [{ path: name, sizeBytes: stored.sizeBytes, open: () => stored.all() }], leftOut: 0 };
  if (archive !== "a ZIP archive")
    throw new Unreadable(`This is ${archive}. Unpack it, pack the files as an ordinary ZIP, and upload that.`);
  const { files, refused, leftOut } = await listMembers(stored);
  if (files.length + refused.length === 0)
    throw new Unreadable("The ZIP archive holds no files. Pack the documents and upload it again.");
  return {
    files: [
      ...files.map((member) => ({
        path: member.name,
        sizeBytes: member.plainBytes,
        open: () => contentOfMember(stored, member),
      })),
      ...refused.map((entry) => ({ path: entry.name, sizeBytes: 0, because: entry.because })),
    ],
    leftOut,
  };
}

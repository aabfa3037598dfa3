import { documentEntriesMax, documentsBytesMax, unpackedEntryBytesFree, unpackRatioMax } from "./limits.ts";
import type { StoredBytes } from "./stored-bytes.ts";
import { Unreadable } from "./unreadable.ts";
import { type Member, membersOf } from "./zip-archive.ts";

export type ZipListing = {
  /** Files that may be unpacked, by their path in the archive. */
  files: { name: string; sizeBytes: number }[];
  /** Entries that are not taken, each with the reason as a sentence. */
  refused: { name: string; because: string }[];
  /** What operating systems leave in archives and nobody means. */
  leftOut: number;
};

/**
 * What an archive holds, by its directory alone: nothing is unpacked. Sizes are the archive's own claim, so whoever unpacks still counts.
 * @throws Unreadable when it is no archive, or holds more than the limits
 */
export async function listArchive(stored: StoredBytes): Promise<ZipListing> {
  const { files, ...others } = await listMembers(stored);
  return { files: files.map(({ name, plainBytes }) => ({ name, sizeBytes: plainBytes })), ...others };
}

/** The same, with what is needed to read the content of a file (`contentOfMember`). */
export async function listMembers(stored: StoredBytes): Promise<Omit<ZipListing, "files"> & { files: Member[] }> {
  const listing = { files: [] as Member[], refused: [] as ZipListing["refused"], leftOut: 0 };
  const seen = new Set<string>();
  let total = 0;
  for (const member of await membersOf(stored, documentEntriesMax)) {
    if (member.isFolder || isLeftover(member.name)) {
      listing.leftOut++;
      continue;
    }
    const because =
      refusalOf(member) ??
      (seen.has(keyOf(member.name)) ? "Another file in the archive has the same name." : undefined);
    if (because !== undefined) {
      listing.refused.push({ name: member.name, because });
      continue;
    }
    seen.add(keyOf(member.name));
    total += member.plainBytes;
    if (total > documentsBytesMax)
      throw new Unreadable(
        `The archive unpacks to more than ${(documentsBytesMax / 1e9).toLocaleString("en-GB")} GB. Split it into several archives.`,
      );
    listing.files.push(member);
  }
  if (shareBytes(listing.files))
    throw new Unreadable(
      "Files of the archive share the same bytes, as in a “ZIP bomb”. Pack it anew and upload that.",
    );
  return listing;
}

/** In an honest archive the files lie one behind the other. */
function shareBytes(files: readonly Member[]): boolean {
  const inOrder = [...files].sort((a, b) => a.headerAt - b.headerAt);
  return inOrder.some((file, at) => {
    const next = inOrder[at + 1];
    return next !== undefined && next.headerAt < file.headerAt + headerBytes + file.packedBytes;
  });
}

const headerBytes = 30;

/** Names that differ in capitals only would be one file on many disks. */
const keyOf = (name: string): string => name.normalize("NFC").toLowerCase();

export const isLeftover = (name: string): boolean =>
  /^__MACOSX\//.test(name) || /(?:^|\/)(?:\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$/i.test(name);

function refusalOf({ name, isEncrypted, isLink, method, packedBytes, plainBytes }: Member): string | undefined {
  if (leavesFolder(name)) return "Its path leads out of the archive, as in an attack.";
  if (isLink) return "It is a link to another file, not a file.";
  if (isEncrypted) return "It is protected by a password. Pack it without one.";
  if (method !== 0 && method !== 8)
    return "It is packed in a way that cannot be read here. Pack it as an ordinary ZIP.";
  if (/\.(?:zip|7z|rar|tar|t?gz|bz2|xz)$/i.test(name))
    return "It is an archive inside the archive. Unpack it and add its files.";
  if (plainBytes > unpackedEntryBytesFree && plainBytes > packedBytes * unpackRatioMax)
    return `It claims to unpack to more than ${unpackRatioMax} times its size, as a “ZIP bomb” does.`;
  return undefined;
}

const leavesFolder = (name: string): boolean => {
  const path = name.replaceAll("\\", "/");
  return path.includes("\0") || path.startsWith("/") || /^[A-Za-z]:/.test(path) || path.split("/").includes("..");
};

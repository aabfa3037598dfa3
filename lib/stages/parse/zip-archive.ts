import { crc32 } from "node:zlib";
import { archiveEntriesMax } from "./limits.ts";
import { type StoredBytes, wholePart } from "./stored-bytes.ts";
import { inflated } from "./unpack.ts";
import { Unreadable } from "./unreadable.ts";

export type Member = {
  name: string;
  method: number;
  crc: number;
  packedBytes: number;
  /** As the archive claims. */
  plainBytes: number;
  headerAt: number;
  isEncrypted: boolean;
  isFolder: boolean;
  isLink: boolean;
};

export type Archive = {
  names: readonly string[];
  has(name: string): boolean;
  /** Unpacked, as the archive claims. */
  sizeOf(name: string): number;
  /** The content of a member, unpacked as it is read. Member names are compared without case, as Excel does. */
  open(name: string): AsyncIterable<Uint8Array>;
};

const damaged = () =>
  new Unreadable("The workbook or archive is damaged or was cut off on its way. Save it again and upload that.");

/** Lists a ZIP archive by its directory at the end, reading nothing else. @throws Unreadable when there is none */
export async function openArchive(bytes: StoredBytes): Promise<Archive> {
  const members = new Map<string, Member>();
  for (const member of await membersOf(bytes, archiveEntriesMax)) members.set(keyOf(member.name), member);
  return {
    names: [...members.values()].map(({ name }) => name),
    has: (name) => members.has(keyOf(name)),
    sizeOf: (name) => members.get(keyOf(name))?.plainBytes ?? 0,
    async *open(name) {
      const member = members.get(keyOf(name));
      if (!member) throw damaged();
      yield* contentOfMember(bytes, member);
    },
  };
}

/** The content of one member, unpacked as it is read and compared with the sum the archive keeps of it. @throws Unreadable */
export async function* contentOfMember(bytes: StoredBytes, member: Member): AsyncIterable<Uint8Array> {
  if (member.isEncrypted)
    throw new Unreadable("The workbook or archive is protected by a password. Save it without one and upload that.");
  const header = await wholePart(bytes, member.headerAt, member.headerAt + 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw damaged();
  const start = member.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = bytes.part(start, start + member.packedBytes);
  if (member.method === 0) yield* checked(packed, member.crc);
  else if (member.method === 8) yield* checked(inflated(packed), member.crc);
  else
    throw new Unreadable(
      "The workbook or archive is packed in a way that cannot be read here. Save it again as .xlsx, or upload the file that is in it.",
    );
}

/** Lets the content through; whoever reads to its end learns whether it is what was packed. */
async function* checked(content: AsyncIterable<Uint8Array>, wanted: number): AsyncIterable<Uint8Array> {
  let crc = 0;
  for await (const chunk of content) {
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (crc !== wanted) throw damaged();
}

const keyOf = (name: string): string => name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();

const endBytes = 22;
const commentMax = 65_535;

/** The parts by the directory at the end of the archive, in its order. @throws Unreadable when there is no directory, or too much in it */
export async function membersOf(bytes: StoredBytes, entriesMax: number): Promise<Member[]> {
  const tailAt = Math.max(0, bytes.sizeBytes - endBytes - commentMax - 20);
  const tail = await wholePart(bytes, tailAt, bytes.sizeBytes);
  const end = tail.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end === -1 || tail.length - end < endBytes) throw damaged();
  let entries = tail.readUInt16LE(end + 10);
  let size = tail.readUInt32LE(end + 12);
  let at = tail.readUInt32LE(end + 16);
  const locator = end - 20;
  if (locator >= 0 && tail.readUInt32LE(locator) === 0x07064b50) {
    const place = Number(tail.readBigUInt64LE(locator + 8));
    const wide = await wholePart(bytes, place, place + 56);
    if (wide.length < 56 || wide.readUInt32LE(0) !== 0x06064b50) throw damaged();
    entries = Number(wide.readBigUInt64LE(32));
    size = Number(wide.readBigUInt64LE(40));
    at = Number(wide.readBigUInt64LE(48));
  }
  if (entries > entriesMax)
    throw new Unreadable(
      `The archive has ${entries.toLocaleString("en-GB")} parts; at most ${entriesMax.toLocaleString("en-GB")} are read. Split it, or save the sheet alone as .xlsx or CSV.`,
    );
  if (at + size > bytes.sizeBytes) throw damaged();
  return readDirectory(await wholePart(bytes, at, at + size), entries);
}

function readDirectory(directory: Buffer, entries: number): Member[] {
  const members: Member[] = [];
  let at = 0;
  for (let n = 0; n < entries; n++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged();
    const nameBytes = directory.readUInt16LE(at + 28);
    const extraBytes = directory.readUInt16LE(at + 30);
    const commentBytes = directory.readUInt16LE(at + 32);
    const extra = directory.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes);
    const places = {
      packed: directory.readUInt32LE(at + 20),
      plain: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    };
    const wide = wideFields(extra, places);
    members.push({
      name: nameOf(directory.subarray(at + 46, at + 46 + nameBytes)),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: wide.packed,
      plainBytes: wide.plain,
      headerAt: wide.headerAt,
      isFolder: directory[at + 46 + nameBytes - 1] === 0x2f,
      // The upper half of the attributes is the mode of Unix; 0xa000 there is a link to another file.
      isLink: (directory.readUInt16LE(at + 40) & 0xf000) === 0xa000,
    });
    at += 46 + nameBytes + extraBytes + commentBytes;
  }
  return members;
}

/** The upper half of code page 437, in which Windows writes names that it does not write as UTF-8; 850 has the same letters at the usual places. */
const codePage437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ";

function nameOf(bytes: Buffer): string {
  const name = bytes.toString("utf8");
  if (!name.includes("\ufffd")) return name;
  return [...bytes].map((byte) => (byte < 128 ? String.fromCharCode(byte) : codePage437[byte - 128])).join("");
}

const isWide = 0xffffffff;

/** Archives over 4 GB keep sizes and places in an extra field. */
function wideFields(extra: Buffer, places: { packed: number; plain: number; headerAt: number }) {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    const take = (known: number) => {
      if (known !== isWide || field + 8 > extra.length) return known;
      field += 8;
      return Number(extra.readBigUInt64LE(field - 8));
    };
    return { plain: take(places.plain), packed: take(places.packed), headerAt: take(places.headerAt) };
  }
  return places;
}

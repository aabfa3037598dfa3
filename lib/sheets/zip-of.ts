import { crc32, createDeflateRaw } from "node:zlib";

export type Part = { name: string; content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array> };

/** 1 January 1980, the first day a ZIP archive can name: the same parts make the same bytes at any time. */
const day = 0x0021;
const usesDescriptor = 0x0008;
const namesAreUtf8 = 0x0800;
const flags = usesDescriptor | namesAreUtf8;
const wallBytes = 0xffff_fffe;

/** A ZIP archive of these parts, packed while it is read; sizes stand behind each part, so that none has to be held in memory. */
export async function* zipOf(parts: Iterable<Part>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content } of parts) {
    const place = at;
    const head = fieldsOf({ crc: 0, packed: 0, plain: 0 }, Buffer.byteLength(name));
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), head, Buffer.from(name)]);
    yield local;
    at += local.length;
    const sizes = { crc: 0, packed: 0, plain: 0 };
    for await (const chunk of deflated(content, sizes)) {
      yield chunk;
      at += chunk.length;
    }
    if (at > wallBytes || sizes.plain > wallBytes)
      throw new RangeError("A workbook of more than 4 GB would need another kind of ZIP archive.");
    const behind = Buffer.concat([Buffer.from("PK\x07\x08", "latin1"), threeNumbers(sizes)]);
    yield behind;
    at += behind.length;
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(place, 10);
    const entry = fieldsOf(sizes, Buffer.byteLength(name));
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0", "latin1"), entry, tail, Buffer.from(name)]));
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  yield Buffer.concat([list, end]);
}

type Sizes = { crc: number; packed: number; plain: number };

function threeNumbers({ crc, packed, plain }: Sizes): Buffer {
  const numbers = Buffer.alloc(12);
  numbers.writeUInt32LE(crc, 0);
  numbers.writeUInt32LE(packed, 4);
  numbers.writeUInt32LE(plain, 8);
  return numbers;
}

/** What the head of a part and its line in the directory have in common, from the version to the length of the name. */
function fieldsOf(sizes: Sizes, nameBytes: number): Buffer {
  const before = Buffer.alloc(10);
  before.writeUInt16LE(20, 0);
  before.writeUInt16LE(flags, 2);
  before.writeUInt16LE(8, 4);
  before.writeUInt16LE(day, 8);
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(nameBytes, 0);
  return Buffer.concat([before, threeNumbers(sizes), lengths]);
}

const pieceCharacters = 64 * 1024;

async function* deflated(content: Part["content"], sizes: Sizes): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw();
  const feed = (async () => {
    let gathered = "";
    const give = async (bytes: Uint8Array) => {
      sizes.crc = crc32(bytes, sizes.crc);
      sizes.plain += bytes.length;
      if (!packer.write(bytes)) await new Promise((resolve) => packer.once("drain", resolve));
    };
    const giveText = async () => {
      const bytes = Buffer.from(gathered);
      gathered = "";
      await give(bytes);
    };
    for await (const piece of content) {
      if (typeof piece === "string") gathered += piece;
      if (gathered.length >= pieceCharacters || typeof piece !== "string") await giveText();
      if (typeof piece !== "string") await give(piece);
    }
    await giveText();
    packer.end();
  })();
  // Whoever reads the pieces learns of a fault of the source.
  feed.catch((cause: unknown) => packer.destroy(cause instanceof Error ? cause : new Error(String(cause))));
  try {
    for await (const chunk of packer) {
      const bytes: Uint8Array = chunk;
      sizes.packed += bytes.length;
      yield bytes;
    }
    await feed;
  } finally {
    packer.destroy();
  }
}

import { recordIdOf } from "../domain/record-id.ts";

/** Where records go that are gathered here. */
export const recordColumns = `(id, "migrationId", "fileId", "mappingVersion", "rowNumber", role, "entityType", readiness, reference, identity, "displayName", data)`;
const columns = 12;

type FileOfRecords = { id: string; number: number; migrationId: string; version: number };
type RecordFields = {
  rowNumber: number;
  slot: number;
  role: string;
  entityType: string;
  isValid: boolean;
  reference: string | null;
  identity: string | null;
  displayName: string;
  data: string;
};

/**
 * Records for a COPY in the binary format (https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format"): ids and numbers need
 * not be read from text, and nobody looks through a record for signs to escape.
 */
export function gatherRecords(file: FileOfRecords) {
  const opening = openingOf(file);
  let bytes = Buffer.allocUnsafe(bytesAtFirst);
  let at = 0;

  const makeRoom = (count: number) => {
    if (at + count <= bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * bytes.length, at + count));
    bytes.copy(larger, 0, 0, at);
    bytes = larger;
  };
  const put = (part: Uint8Array) => {
    bytes.set(part, at);
    at += part.length;
  };
  const putText = (text: string | null) => {
    const length = text === null ? -1 : bytes.write(text, at + 4);
    at = bytes.writeInt32BE(length, at) + Math.max(length, 0);
  };

  return {
    add({ rowNumber, slot, role, entityType, isValid, reference, identity, displayName, data }: RecordFields): void {
      const letters = (reference?.length ?? 0) + (identity?.length ?? 0) + displayName.length + data.length;
      makeRoom(start.length + opening.length + wordsMax + 4 * 4 + letters * bytesPerLetterMax + end.length);
      if (at === 0) put(start);
      const record = at;
      put(opening);
      bytes.writeUInt32BE(rowNumber, record + rowInId);
      bytes.writeUInt16BE(slot, record + slotInId);
      bytes.writeInt32BE(rowNumber, at - 4);
      put(wordBytes(role));
      put(wordBytes(entityType));
      put(wordBytes(isValid ? "ready" : "invalid"));
      putText(reference);
      putText(identity);
      putText(displayName);
      putText(data);
    },
    /** All that has gathered since it was last taken, in memory of its own; nothing for no record. */
    take(): Uint8Array<ArrayBuffer> {
      if (at > 0) put(end);
      const all = new Uint8Array(at);
      all.set(bytes.subarray(0, at));
      at = 0;
      return all;
    },
  };
}

const bytesAtFirst = 65_536;
const bytesPerLetterMax = 3;

const start = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
/** A record of minus one columns. */
const end = Buffer.from([0xff, 0xff]);

/** With what every record of a file begins, but for the row and the slot: its columns up to the number of the row, each after its length. */
function openingOf({ id, number, migrationId, version }: FileOfRecords): Buffer {
  const opening = Buffer.alloc(2);
  opening.writeInt16BE(columns);
  const ids = [recordIdOf(number, 0), migrationId, id].map((uuid) =>
    field(Buffer.from(uuid.replaceAll("-", ""), "hex")),
  );
  const versionBytes = Buffer.alloc(4);
  versionBytes.writeInt32BE(version);
  return Buffer.concat([opening, ...ids, field(versionBytes), field(Buffer.alloc(4))]);
}

/** An id ends in its row and its slot (lib/domain/record-id.ts). */
const rowInId = 2 + 4 + 10;
const slotInId = rowInId + 4;

/** Three words, each after its length. */
const wordsMax = 3 * 64;
const bytesByWord = new Map<string, Uint8Array>();

/** A value of an enum, remembered: there are a dozen. */
function wordBytes(word: string): Uint8Array {
  const known = bytesByWord.get(word);
  if (known) return known;
  const made = field(Buffer.from(word));
  bytesByWord.set(word, made);
  return made;
}

function field(value: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(value.length);
  return Buffer.concat([length, value]);
}

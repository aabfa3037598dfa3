import fc from "fast-check";
import { expect, test } from "vitest";
import { gatherRecords } from "./record-bytes.ts";

const file = {
  id: "0192f0c0-0000-7000-8000-000000000002",
  number: 258,
  migrationId: "0192f0c0-0000-7000-8000-000000000001",
  version: 3,
};
const text = fc.string({ unit: "grapheme" });
const record = fc.record({
  rowNumber: fc.integer({ min: 1, max: 10_000_000 }),
  slot: fc.integer({ min: 0, max: 65_535 }),
  role: fc.constantFrom("client", "associate"),
  entityType: fc.constantFrom("individual", "company"),
  isValid: fc.boolean(),
  reference: fc.option(text),
  identity: fc.option(text),
  displayName: text,
  data: fc.oneof(text, fc.constant("ż".repeat(70_000))),
});

/** The columns of every record, as the format says: a header of 19 bytes, then for each record their number, and each after its length. */
function columnsIn(bytes: Buffer): (Buffer | null)[][] {
  const records: (Buffer | null)[][] = [];
  let at = 19;
  for (let count = bytes.readInt16BE(at); count !== -1; count = bytes.readInt16BE(at)) {
    at += 2;
    records.push(
      Array.from({ length: count }, () => {
        const length = bytes.readInt32BE(at);
        const value = length === -1 ? null : bytes.subarray(at + 4, at + 4 + length);
        at += 4 + Math.max(length, 0);
        return value;
      }),
    );
  }
  expect(at + 2).toBe(bytes.length);
  return records;
}

test("every record comes out of the bytes as it went in, batch after batch", () => {
  const records = gatherRecords(file);
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), (given) => {
      for (const each of given) records.add(each);
      const read = columnsIn(Buffer.from(records.take()));
      expect(read).toHaveLength(given.length);
      read.forEach((columns, at) => {
        const [id, , , version, rowNumber, ...words] = columns;
        const {
          rowNumber: row,
          slot,
          role,
          entityType,
          isValid,
          reference,
          identity,
          displayName,
          data,
        } = given[at] ?? {};
        expect(id?.toString("hex")).toBe(
          `00000000010280008000${row?.toString(16).padStart(8, "0")}${slot?.toString(16).padStart(4, "0")}`,
        );
        expect([version?.readInt32BE(), rowNumber?.readInt32BE()]).toEqual([3, row]);
        expect(words.map((word) => word?.toString() ?? null)).toEqual([
          role,
          entityType,
          isValid ? "ready" : "invalid",
          reference,
          identity,
          displayName,
          data,
        ]);
      });
    }),
  );
});

test("nothing was gathered, nothing is sent", () => {
  expect(gatherRecords(file).take()).toHaveLength(0);
});

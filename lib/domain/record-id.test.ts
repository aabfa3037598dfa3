import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { fileNumberOf, placeOf, placeOfRecord, recordIdOf, recordIdSpanOf } from "./record-id.ts";

const files = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const rows = fc.integer({ min: 1, max: 10_000_000 });
const slots = fc.integer({ min: 0, max: 65_535 });

test("a record's id is a UUID that tells file, row and slot", () => {
  expect(recordIdOf(1, 5)).toBe("00000000-0001-8000-8000-000000050000");
  expect(recordIdOf(70_000, 10_000_000, 3)).toBe("00000001-1170-8000-8000-009896800003");
  expect(z.uuid().safeParse(recordIdOf(1, 5)).success).toBe(true);
});

test("an id tells its file and its place back", () => {
  fc.assert(
    fc.property(files, rows, slots, (file, row, slot) => {
      const id = recordIdOf(file, row, slot);
      expect([fileNumberOf(id), placeOfRecord(id)]).toEqual([file, placeOf(row, slot)]);
    }),
  );
});

test("two places never share an id, and ids sort as files, rows and slots do", () => {
  fc.assert(
    fc.property(files, rows, slots, files, rows, slots, (file, row, slot, otherFile, otherRow, otherSlot) => {
      const order = Math.sign(file - otherFile || row - otherRow || slot - otherSlot);
      const [id, other] = [recordIdOf(file, row, slot), recordIdOf(otherFile, otherRow, otherSlot)];
      expect(Number(id > other) - Number(id < other)).toBe(order);
    }),
  );
});

test("every record of a file lies in its span, and none of another file", () => {
  fc.assert(
    fc.property(files, files, rows, slots, (file, other, row, slot) => {
      fc.pre(file !== other);
      const { first, last } = recordIdSpanOf(file);
      const [own, foreign] = [recordIdOf(file, row, slot), recordIdOf(other, row, slot)];
      expect([first <= own && own <= last, first <= foreign && foreign <= last]).toEqual([true, false]);
    }),
  );
});

/**
 * The id of a record: the number of its file, the row and the slot (RFC 9562 §5.8, version 8), `00000000-0001-8000-8000-000000050000` for
 * row 5 of file 1. The same row has the same id however often it is checked, records sort in the order of files and rows, and those of
 * one file are one range.
 * @param fileNumber from 1, less than 2 to the power of 48
 * @param rowNumber from 1
 * @param slot 0 is the row's own record
 */
export const recordIdOf = (fileNumber: number, rowNumber: number, slot = 0): string =>
  `${stemOf(fileNumber)}${hex(rowNumber, 8)}${hex(slot, 4)}`;

/** The number of the file a record is of. */
export const fileNumberOf = (recordId: string): number =>
  Number.parseInt(recordId.slice(0, 8) + recordId.slice(9, 13), 16);

/** Which record of its row a record is: 0 the row's own, 1 and more the associate of that number. */
export const slotOf = (recordId: string): number => Number.parseInt(recordId.slice(-4), 16);

/** The place of a record in its file as one number: its row and its slot. */
export const placeOf = (rowNumber: number, slot: number): number => rowNumber * slots + slot;
/** The same of a record's id. */
export const placeOfRecord = (recordId: string): number => Number.parseInt(recordId.slice(-12), 16);
const slots = 0x1_0000;
export const recordSlotMax = slots - 1;

/** The first and the last id that associates beside this row's own record can have. */
export const associateSpanOf = (recordId: string): { first: string; last: string } => ({
  first: `${recordId.slice(0, -4)}0001`,
  last: `${recordId.slice(0, -4)}ffff`,
});

/** The first and the last id that records of a file can have. */
export const recordIdSpanOf = (fileNumber: number): { first: string; last: string } => ({
  first: `${stemOf(fileNumber)}${"0".repeat(12)}`,
  last: `${stemOf(fileNumber)}${"f".repeat(12)}`,
});

function stemOf(fileNumber: number): string {
  const number = hex(fileNumber, 12);
  return `${number.slice(0, 8)}-${number.slice(8)}-8000-8000-`;
}

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, "0");

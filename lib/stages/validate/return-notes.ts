import { listInWords } from "../../domain/list-words.ts";

export type Noted = {
  rows: number;
  blankRows: number;
  missingRows: number | null;
  missingColumns: readonly string[];
  unknownColumns: readonly string[];
  /** How many rows are not taken, with the words for why. */
  troubles: readonly (readonly [because: string, count: number])[];
  already: number;
  /** What the spreadsheet did, with how many cells. */
  habits: readonly (readonly [habit: string, count: number])[];
};

/** What is to be known of a return besides its changes: one sentence for each thing. */
export function returnNotes(noted: Noted): string[] {
  const { blankRows, missingRows, missingColumns, unknownColumns, troubles, already, habits } = noted;
  const notes: string[] = troubles.map(([because, count]) => `${rowsOf(count)} not taken: they ${because}.`);
  if (missingColumns.length > 0)
    notes.push(
      `${columnsOf(missingColumns)} did not come back and ${missingColumns.length === 1 ? "stays" : "stay"} as ${missingColumns.length === 1 ? "it is" : "they are"}.${unknownColumns.length > 0 ? " If a column was renamed, give it its name back and return the file again." : ""}`,
    );
  if (unknownColumns.length > 0)
    notes.push(
      `${columnsOf(unknownColumns)} ${unknownColumns.length === 1 ? "is" : "are"} none of the source file and ${unknownColumns.length === 1 ? "was" : "were"} passed over.`,
    );
  if (missingRows !== null && missingRows > 0)
    notes.push(
      `${rowsOf(missingRows)} of the problem sheet did not come back and ${missingRows === 1 ? "stays as it is" : "stay as they are"}.`,
    );
  if (blankRows > 0)
    notes.push(`${rowsOf(blankRows)} without any value ${blankRows === 1 ? "was" : "were"} passed over.`);
  if (already > 0) notes.push(`${cellsOf(already)} ${already === 1 ? "stands" : "stand"} so already.`);
  for (const [habit, count] of habits)
    notes.push(`${habit} in ${cellsOf(count)}; ${count === 1 ? "it stays" : "they stay"} as before.`);
  return notes;
}

const plain = (n: number): string => n.toLocaleString("en-GB");
const rowsOf = (n: number): string => `${plain(n)} ${n === 1 ? "row" : "rows"}`;
const cellsOf = (n: number): string => `${plain(n)} ${n === 1 ? "cell" : "cells"}`;

function columnsOf(names: readonly string[]): string {
  const some = names.slice(0, 5).map((name) => `“${name}”`);
  const more = names.length - some.length;
  return `${names.length === 1 ? "The column" : "The columns"} ${listInWords([...some, ...(more > 0 ? [`${plain(more)} more`] : [])])}`;
}

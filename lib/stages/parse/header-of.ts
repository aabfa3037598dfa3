import type { FormChoice } from "../../domain/source-form.ts";
import { findHeader, type HeaderFound, type HeadRecord } from "./find-header.ts";

/** Where the column names stand: as a person says, or else as it is found. */
export function headerOf(
  records: readonly HeadRecord[],
  width: number,
  choice: FormChoice,
  mayHaveTwoRows: boolean,
): HeaderFound {
  if (choice.headerLine === undefined) return findHeader(records, width, mayHaveTwoRows);
  const reason =
    choice.headerLine === null
      ? "A person said that no row names the columns."
      : `A person said that the column names stand on line ${choice.headerLine}.`;
  return { headerLine: choice.headerLine, headerRows: 1, reason, doubt: null };
}

import { feedingColumns } from "../../domain/corrected-row.ts";
import type { EntityType } from "../../domain/entity.ts";
import { type IssueCode, issueCatalogue, sentenceOfIssue } from "../../domain/issue-catalogue.ts";
import { fieldLabelOf } from "../../domain/link-field.ts";
import type { MappingBody } from "../../domain/mapping.ts";
import { sheetHeaders } from "../../domain/row-id.ts";

/** Something wrong with one record of a row. */
export type SheetProblem = {
  slot: number;
  entityType: EntityType;
  code: IssueCode;
  field: string;
  value: string | null;
  facts: Record<string, string> | null;
};

/** Nobody reads more in one cell, and a spreadsheet does not take much more. */
const sentencesMax = 30;

/** A row of a problem sheet: its id, what is wrong with it and how to put that right, its cells, and which of them are concerned. */
export function sheetRowMaker(mapping: MappingBody) {
  const columnsOf = feedingColumns(mapping);
  const labelOf = (slot: number) => mapping.associates?.find(({ of }) => of === slot)?.label ?? `Associate ${slot}`;
  const sentenceOf = ({ slot, entityType, code, field, value, facts }: SheetProblem): string => {
    const sentence = sentenceOfIssue({ code, fieldLabel: fieldLabelOf(entityType, field), value, facts });
    return slot === 0 ? sentence : `${labelOf(slot)}: ${sentence}`;
  };
  return (
    id: string,
    cells: readonly string[],
    problems: readonly SheetProblem[],
  ): { cells: string[]; marked: ReadonlySet<number> } => ({
    cells: [
      id,
      someOf(problems.map(sentenceOf)),
      someOf(problems.map(({ code }) => issueCatalogue[code].fix)),
      ...cells,
    ],
    marked: new Set(
      problems.flatMap(({ slot, field }) => columnsOf(slot, field).map((column) => column + sheetHeaders.length)),
    ),
  });
}

function someOf(sentences: readonly string[]): string {
  const each = [...new Set(sentences)];
  const more = each.length - sentencesMax;
  return [...each.slice(0, sentencesMax), ...(more > 0 ? [`And ${more} more.`] : [])].join("\n");
}

/** The second sheet of the workbook: what to do with the first. */
export const sheetHelp: readonly (readonly [string])[] = [
  [
    "Correct the cells of the sheet “Problems”. Those that something is wrong with are marked; you may correct others, too.",
  ],
  ["Write values as the other rows of their column are written."],
  [
    "Leave the first column and the header as they are. Rows and columns may change their order, and rows that you do not correct may go.",
  ],
  ["Adding a row adds no client. To leave a client out, exclude it in the panel; emptying its row does nothing."],
  ["Save as XLSX, or as CSV (UTF-8), and return the file under Review. You see what will change before anything does."],
  [
    "What the spreadsheet itself does to cells (lost zeros, other dates, powers of ten) is recognised and not taken for a correction.",
  ],
  ["The file holds data of clients. Delete it when it is returned."],
];

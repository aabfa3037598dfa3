import { columnsMax } from "./limits.ts";
import { type NumberKind, textOfNumber } from "./number-text.ts";
import type { DateSystem } from "./serial-date.ts";
import { Unreadable } from "./unreadable.ts";
import { readXml } from "./xml-events.ts";
import { plainXmlText } from "./xml-text.ts";

export type SheetContext = { styles: readonly NumberKind[]; sharedTexts: readonly string[]; dateSystem: DateSystem };

export type SheetListener = {
  /** Cells up to the last that is not empty; `rowNumber` is the row of the sheet, from 1. Empty rows are not told. */
  onRow(cells: string[], rowNumber: number): void;
  onHidden(rowNumber: number): void;
  isDone?(): boolean;
};

/**
 * Reads the cells of a sheet row by row as text: the cached value of a formula, the words of an error, a calendar date where the number
 * format says so. The size a sheet claims to have is not believed.
 */
export async function readSheet(
  bytes: AsyncIterable<Uint8Array>,
  { styles, sharedTexts, dateSystem }: SheetContext,
  listener: SheetListener,
  onPiece?: () => Promise<void>,
): Promise<void> {
  let cells: string[] = [];
  let row = 0;
  let column = -1;
  let kind = "n";
  let style = 0;
  let text = "";
  let takes = false;
  let isReading = false;

  const textOfCell = (): string => {
    switch (kind) {
      case "s":
        return sharedTexts[Number(text)] ?? lostText();
      case "b":
        return text.trim() === "1" || text.trim() === "true" ? "TRUE" : "FALSE";
      case "d":
        return text
          .trim()
          .replace(/T00:00:00(?:\.0+)?Z?$/, "")
          .replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2}).*$/, "$1 $2");
      case "n":
        return textOfNumber(text, styles[style] ?? { kind: "plain" }, dateSystem);
      case "e":
        return text;
      default:
        return plainXmlText(text);
    }
  };

  await readXml(
    bytes,
    {
      onOpen(name, attributes) {
        if (name === "row") {
          row = rowNumberOf(attributes.r) ?? row + 1;
          column = -1;
          cells = [];
          if (attributes.hidden === "1" || attributes.hidden === "true") listener.onHidden(row);
        } else if (name === "c") {
          column = attributes.r ? columnOf(attributes.r) : column + 1;
          kind = attributes.t ?? "n";
          style = Number(attributes.s ?? 0);
          text = "";
        } else if (name === "v") takes = true;
        else if (name === "rPh") isReading = true;
        else if (name === "t" && kind === "inlineStr" && !isReading) takes = true;
      },
      onText(piece) {
        if (takes) text += piece;
      },
      onClose(name) {
        if (name === "v" || name === "t") takes = false;
        else if (name === "rPh") isReading = false;
        else if (name === "c" && text !== "") {
          const value = textOfCell();
          if (value === "") return;
          if (column >= columnsMax)
            throw new Unreadable(
              `Row ${row.toLocaleString("en-GB")} of the sheet has a value in column ${(column + 1).toLocaleString("en-GB")}; at most ${columnsMax.toLocaleString("en-GB")} columns can be read. Remove what stands far to the right, or export fewer columns.`,
            );
          while (cells.length < column) cells.push("");
          cells[column] = value;
        } else if (name === "row" && cells.length > 0) listener.onRow(cells, row);
      },
      isDone: () => listener.isDone?.() ?? false,
    },
    onPiece,
  );
}

const sheetRowsMax = 1_048_576;

/** A number no sheet has is not believed: the row is the one after the row before it. */
function rowNumberOf(text: string | undefined): number | undefined {
  const row = Number(text);
  return Number.isInteger(row) && row >= 1 && row <= sheetRowsMax ? row : undefined;
}

function lostText(): never {
  throw new Unreadable(
    "The workbook is damaged: a cell names a text that is not in it. Open it, save it again as .xlsx and upload that.",
  );
}

/** `A1` is 0, `AB7` is 27. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at++) {
    const code = place.charCodeAt(at);
    const letter = code >= 97 ? code - 96 : code - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

import type { TemplateKind } from "../../../domain/template-kind.ts";
import { workbookOf } from "../../../sheets/workbook-of.ts";
import { templateOf } from "../template.ts";

/** The template as the bytes of a file: a workbook of typed text with a second sheet that explains the columns, or CSV as Excel opens it. */
export async function* templateFile(kind: TemplateKind, format: "csv" | "xlsx"): AsyncGenerator<Uint8Array> {
  const { name, header, rows, fields } = templateOf(kind);
  if (format === "csv") {
    yield Buffer.from(`\ufeff${[header, ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("")}`);
    return;
  }
  yield* workbookOf([
    { name, header, rows, widths: header.map((label) => Math.max(14, label.length + 2)) },
    { name: "Fields", ...fields, widths: [26, 20, 60, 22, 46, 46] },
  ]);
}

/** Nothing in a template begins with what a spreadsheet runs, save phone numbers: a plus and digits only. */
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

import type { Context } from "../../../context.ts";
import { byteOrderMark, csvLine } from "../../../sheets/csv-line.ts";
import { pageNotArrived, type ReportScope } from "../../../store/page-not-arrived.ts";
import { cellsOf, errorColumns } from "../error-line.ts";
import { lineOfRow } from "../line-of-row.ts";

const clientsPerPage = 2_000;

/**
 * The error report as CSV for people, page by page: a million clients take as little memory as ten. Clients whose rows
 * a check has not turned into records yet are counted on the report screen; they have nothing to tell here.
 */
export async function* streamErrors(ctx: Context, scope: ReportScope): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(errorColumns);
  let after: string | null = null;
  while (true) {
    const rows = await pageNotArrived(ctx.db, scope, after, clientsPerPage);
    if (rows.length === 0) return;
    yield rows.map((row) => csvLine(cellsOf(lineOfRow(row)))).join("");
    after = rows.at(-1)?.recordId ?? null;
  }
}

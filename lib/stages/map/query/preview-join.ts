import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { previewJoin as contract } from "../../../contracts/mapping.ts";
import { rowCleaner } from "../../../domain/clean-row.ts";
import { fieldValueOf } from "../../../domain/field-value.ts";
import { done, type Outcome } from "../../../domain/refusal.ts";
import { sourceRowsAfter } from "../../../store/source-rows.ts";
import { tellingRows } from "../telling-rows.ts";
import { columnAndField, sentenceOf } from "./column-and-field.ts";

const rowsLookedAt = 300;
const rowsTold = 5;

/** A rule for several columns on a few real rows. */
export async function previewJoin(
  ctx: SignedInContext,
  fileId: string,
  { field: key, rule, assignments }: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const found = await columnAndField(ctx, fileId, 0, key);
  if (!found.ok) return found;
  const { field, file } = found.value;
  const rows = await sourceRowsAfter(ctx.db, fileId, 0, rowsLookedAt);
  const clean = rowCleaner({ assignments, constants: [], rules: [rule] }, file.entityType);
  const { order } = rule;
  return done({
    order,
    rows: tellingRows(rows, order, rowsTold).map(({ rowNumber, cells }) => {
      const { entity, cellIssues } = clean(cells);
      const [issue = null] = cellIssues;
      return {
        rowNumber,
        cells: order.map((column) => cells[column] ?? ""),
        becomes: fieldValueOf(entity, key) ?? null,
        issue: sentenceOf(issue, issue?.value ?? "", field),
      };
    }),
  });
}

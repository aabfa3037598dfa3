import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { readColumnValues as contract } from "../../../contracts/mapping.ts";
import { done, type Outcome } from "../../../domain/refusal.ts";
import { columnStatisticsOf } from "../../../store/column-statistics.ts";
import { columnValues } from "../../../store/column-values.ts";
import { countOf } from "../date-evidence.ts";
import { isIn, type ValueView, valueLinesOf, valueViews } from "../value-lines.ts";
import { columnAndField, sentenceOf } from "./column-and-field.ts";

const valuesShown = 100;

/** The different values of a column with true counts, as its value map meets them, and what the steps on screen make of each. */
export async function readColumnValues(
  ctx: SignedInContext,
  { fileId, column }: { fileId: string; column: number },
  { field: key, transforms, at, search, view, offset }: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const found = await columnAndField(ctx, fileId, column, key);
  if (!found.ok) return found;
  const { field } = found.value;
  await columnStatisticsOf(ctx, found.value.file);
  const { values, different, isWhole } = await columnValues(ctx.db, fileId, column, search);
  const lines = valueLinesOf(values, field, transforms, at);
  const shown = lines.filter(isIn[view]);
  const page = shown.slice(offset, offset + valuesShown);
  return done({
    isWhole,
    different: isWhole ? lines.length : different,
    views: Object.fromEntries(
      valueViews.map((each) => {
        const inView = lines.filter(isIn[each]);
        return [each, { values: inView.length, rows: countOf(inView) }];
      }),
    ) as Record<ValueView, { values: number; rows: number }>,
    values: page.map(({ issue, ...line }) => ({ ...line, issue: sentenceOf(issue, line.value, field) })),
    nextOffset: offset + page.length < shown.length ? offset + page.length : null,
  });
}

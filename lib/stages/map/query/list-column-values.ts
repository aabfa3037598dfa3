import type { SignedInContext } from "../../../context.ts";
import type { listColumnValues as contract } from "../../../contracts/column-values.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { columnStatisticsOf } from "../../../store/column-statistics.ts";
import { columnValues } from "../../../store/column-values.ts";

/** More than anybody assigns by hand, and than tells kinds apart. */
const shownMax = 200;

/** What stands in one column of a file, over every row. */
export async function listColumnValues(
  ctx: SignedInContext,
  fileId: string,
  column: number,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId } });
  if (!file) return refused("not_found", "There is no such file.");
  if (file.status !== "parsed")
    return refused("not_now", `The file is ${file.status}; its values are known once it was read.`);
  if (column >= file.columns.length)
    return refused("not_found", `The file has ${file.columns.length} columns, so there is no column ${column + 1}.`);
  const statistics = await columnStatisticsOf(ctx, file);
  const { values, different } = await columnValues(ctx.db, fileId, column, "");
  const rowCount = file.rowCount ?? 0;
  const blank = rowCount - (statistics.find(({ index }) => index === column)?.filled ?? 0);
  const listed = withoutSpaces(values);
  if (blank > 0) listed.push({ value: "", count: blank });
  return done({
    values: listed.sort((a, b) => b.count - a.count).slice(0, shownMax),
    distinct: different - values.length + listed.length,
    rowCount,
  });
}

/** Spaces around a value make no other value. */
function withoutSpaces(values: readonly { value: string; count: number }[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { value, count } of values) counts.set(value.trim(), (counts.get(value.trim()) ?? 0) + count);
  return [...counts].map(([value, count]) => ({ value, count }));
}

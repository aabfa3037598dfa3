import type { SignedInContext } from "../../../context.ts";
import type { listColumnValues as contract } from "../../../contracts/column-values.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
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
  const values = await columnValues(ctx.db, fileId, column, shownMax);
  return done({
    values: values.map(({ value, count }) => ({ value, count })),
    distinct: values[0]?.distinct ?? 0,
    rowCount: file.rowCount ?? 0,
  });
}

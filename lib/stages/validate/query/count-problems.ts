import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { countProblems as contract } from "../../../contracts/returns.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { cellCharactersMax, sheetRowsMax } from "../../../sheets/workbook-of.ts";
import type { Db } from "../../../store/client.ts";
import { countProblemRows } from "../../../store/problem-rows.ts";

/** How many rows of each file have problems, for those that have any. */
export async function countProblems(
  ctx: SignedInContext,
  migrationId: string,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  if ((await ctx.db.migration.count({ where: { id: migrationId } })) === 0)
    return refused("not_found", "There is no such migration.");
  const files = await ctx.db.sourceFile.findMany({
    where: { migrationId, status: "parsed", checkedVersion: { not: null } },
    orderBy: { number: "asc" },
    select: { id: true, name: true, rowCount: true },
  });
  const countByFile = new Map((await countProblemRows(ctx.db, migrationId)).map((each) => [each.fileId, each]));
  const problems = await xlsxProblems(ctx.db, files);
  return done({
    files: files.flatMap(({ id, name }) => {
      const count = countByFile.get(id);
      return count ? [{ ...count, name, xlsxProblem: problems.get(id) ?? null }] : [];
    }),
  });
}

/** Why a file has no place in a workbook, by its id: nothing is ever cut. */
export async function xlsxProblems(
  db: Db,
  files: readonly { id: string; rowCount: number | null }[],
): Promise<Map<string, string>> {
  const longest = await db.columnStatistics.groupBy({
    by: ["fileId"],
    where: { fileId: { in: files.map(({ id }) => id) } },
    _max: { longest: true },
  });
  const longestByFile = new Map(longest.map(({ fileId, _max }) => [fileId, _max.longest ?? 0]));
  return new Map(
    files.flatMap(({ id, rowCount }): [string, string][] => {
      if ((rowCount ?? 0) > sheetRowsMax)
        return [[id, "The file has more rows than a workbook takes. Download its problems as CSV."]];
      if ((longestByFile.get(id) ?? 0) > cellCharactersMax)
        return [[id, "A cell of the file is longer than a workbook takes. Download its problems as CSV."]];
      return [];
    }),
  );
}

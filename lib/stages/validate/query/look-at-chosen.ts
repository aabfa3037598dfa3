import type { SignedInContext } from "../../../context.ts";
import type { lookAtChosen as contract } from "../../../contracts/chosen-records.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import { markOfGroups } from "../../../domain/chosen-mark.ts";
import { fieldsOfAll } from "../../../domain/fixable.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { chosenOf, groupsOfChosen } from "../../../store/chosen-records.ts";

/** What could be done with chosen records, and what a command must name to be of the same ones. */
export async function lookAtChosen(
  ctx: SignedInContext,
  migrationId: string,
  body: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  if ((await ctx.db.migration.count({ where: { id: migrationId } })) === 0)
    return refused("not_found", "There is no such migration.");
  const groups = await groupsOfChosen(ctx.db, migrationId, await chosenOf(ctx.db, migrationId, body.chosen));
  const sum = (part: "records" | "fixable" | "held" | "excluded" | "unchecked") =>
    groups.reduce((all, group) => all + group[part], 0);
  const recordsByFile = new Map<string, number>();
  for (const { fileId, records } of groups) recordsByFile.set(fileId, (recordsByFile.get(fileId) ?? 0) + records);
  const files = await ctx.db.sourceFile.findMany({
    where: { id: { in: [...recordsByFile.keys()] } },
    select: { id: true, name: true },
    orderBy: { number: "asc" },
  });
  const fixable = groups.filter((group) => group.fixable > 0);
  return done({
    mark: markOfGroups(groups),
    records: sum("records"),
    fixable: sum("fixable"),
    held: sum("held"),
    excluded: sum("excluded"),
    unchecked: sum("unchecked"),
    files: files.map((file) => ({ ...file, records: recordsByFile.get(file.id) ?? 0 })),
    fields: fieldsOfAll(fixable).map(({ key, label, kind }) => ({ field: key, label, kind })),
  });
}

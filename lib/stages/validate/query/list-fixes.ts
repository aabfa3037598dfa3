import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { listFixes as fixesContract, listCauseValues as valuesContract } from "../../../contracts/fixes.ts";
import { fieldLabelOf } from "../../../domain/link-field.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { valuesOfCause } from "../../../store/fixable.ts";
import { namesOfPeople } from "../../../store/names-of-people.ts";

const fixesShown = 100;
const valuesShown = 50;

/** What people corrected, newest first. */
export async function listFixes(
  ctx: SignedInContext,
  migrationId: string,
): Promise<Outcome<ReplyOf<typeof fixesContract>>> {
  const [total, fixes, files] = await Promise.all([
    ctx.db.fix.count({ where: { migrationId } }),
    ctx.db.fix.findMany({ where: { migrationId }, orderBy: [{ at: "desc" }, { id: "desc" }], take: fixesShown }),
    ctx.db.sourceFile.findMany({
      where: { migrationId },
      select: { id: true, name: true, entityType: true, columns: true },
    }),
  ]);
  const fileById = new Map(files.map((file) => [file.id, file]));
  const nameOf = await namesOfPeople(
    ctx.db,
    fixes.flatMap((fix) => [fix.byId, ...(fix.undoneById ? [fix.undoneById] : [])]),
  );
  return done({
    total,
    fixes: fixes.map(
      ({ id, fileId, fields, cells, columns, records, rechecked, reason, byId, at, undoneById, undoneAt }) => {
        const file = fileById.get(fileId);
        return {
          id,
          fileName: file?.name ?? "a file that was taken out",
          fields: fields.map((key) => fieldLabelOf(file?.entityType ?? "individual", key) ?? key),
          cells,
          columns: columns.map((column) => file?.columns[column] ?? `column ${column + 1}`),
          records,
          rechecked,
          reason,
          by: nameOf(byId),
          at: at.toISOString(),
          undoneBy: undoneById && nameOf(undoneById),
          undoneAt: undoneAt?.toISOString() ?? null,
        };
      },
    ),
  });
}

/** What the records of a cause say where the cause complains. */
export async function listCauseValues(
  ctx: SignedInContext,
  migrationId: string,
  { cause }: BodyOf<typeof valuesContract>,
): Promise<Outcome<ReplyOf<typeof valuesContract>>> {
  if ((await ctx.db.migration.count({ where: { id: migrationId } })) === 0)
    return refused("not_found", "There is no such migration.");
  return done(await valuesOfCause(ctx.db, migrationId, cause, valuesShown));
}

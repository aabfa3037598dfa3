import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { saveToLibrary as contract } from "../../../contracts/mapping-library.ts";
import { mappingBodySchema } from "../../../domain/mapping.ts";
import { portableOf } from "../../../domain/portable-mapping.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { keepSavedVersion } from "../../../store/keep-saved-version.ts";

/** The newest mapping of a file goes into the library. The file's mapping then counts as one that began with that version. */
export async function saveToLibrary(
  ctx: SignedInContext,
  fileId: string,
  { name, note }: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const file = await ctx.db.sourceFile.findUnique({
    where: { id: fileId },
    include: { migration: true, mappings: { orderBy: { version: "desc" }, take: 1 } },
  });
  if (!file) return refused("not_found", "There is no such file.");
  const [newest] = file.mappings;
  if (!newest) return refused("not_now", "The file has no saved mapping yet. Save it first.");
  const portable = portableOf(mappingBodySchema.parse(newest.body), file.columns, {
    sourceSystem: file.migration.sourceSystem,
    kind: file.kind,
    entityType: file.entityType,
  });
  return ctx.db.$transaction(async (tx) => {
    const kept = await keepSavedVersion(tx, {
      portable,
      name,
      note,
      madeOn: file.name,
      byId: ctx.operator.id,
      at: ctx.clock.now(),
    });
    if (!kept.ok) return kept;
    const { savedVersionId, ...reply } = kept.value;
    await tx.mapping.update({ where: { id: newest.id }, data: { savedVersionId } });
    return done(reply);
  });
}

import type { SignedInContext } from "../../../context.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { valueKey } from "../../../domain/value-key.ts";

/** Another name for a mapping of the library; its versions and the files that began with them stay as they are. */
export async function renameSavedMapping(
  ctx: SignedInContext,
  savedMappingId: string,
  name: string,
): Promise<Outcome<Record<string, never>>> {
  return ctx.db.$transaction(async (tx): Promise<Outcome<Record<string, never>>> => {
    const saved = await tx.savedMapping.findUnique({ where: { id: savedMappingId } });
    if (!saved) return refused("not_found", "There is no such mapping in the library.");
    const nameKey = valueKey(name);
    // The same lock as saving under that name takes (lib/store/keep-saved-version.ts).
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`saved mapping ${saved.sourceKey} ${nameKey}`}))::text`;
    const other = await tx.savedMapping.findUnique({
      where: { sourceKey_nameKey: { sourceKey: saved.sourceKey, nameKey } },
    });
    if (other && other.id !== savedMappingId)
      return refused("not_met", `${saved.sourceSystem} has a mapping “${other.name}” already. Choose another name.`);
    await tx.savedMapping.update({ where: { id: savedMappingId }, data: { name, nameKey } });
    return done({});
  });
}

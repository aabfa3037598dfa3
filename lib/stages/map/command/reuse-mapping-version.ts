import type { SignedInContext } from "../../../context.ts";
import { mappingBodySchema } from "../../../domain/mapping.ts";
import { type Outcome, refused } from "../../../domain/refusal.ts";
import { saveMapping } from "../command.ts";

/** What an earlier version said becomes a new version; the versions between stay as they are. */
export async function reuseMappingVersion(
  ctx: SignedInContext,
  fileId: string,
  version: number,
): Promise<Outcome<{ version: number }>> {
  const earlier = await ctx.db.mapping.findUnique({ where: { fileId_version: { fileId, version } } });
  if (!earlier) return refused("not_found", `The mapping of this file has no version ${version}.`);
  return saveMapping(ctx, fileId, mappingBodySchema.parse(earlier.body), earlier.savedVersionId ?? undefined);
}

import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { takeInMapping as contract } from "../../../contracts/mapping-library.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { keepSavedVersion } from "../../../store/keep-saved-version.ts";
import { readMappingFile } from "../mapping-file.ts";

/** A mapping file goes into the library, whole or not at all. */
export async function takeInMapping(
  ctx: SignedInContext,
  { document, name, sourceSystem, note, fileName }: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const reading = readMappingFile(document);
  if (!reading.ok) return refused("invalid_input", reading.sentence);
  const { name: ownName, ...portable } = reading.file;
  return ctx.db.$transaction(async (tx) => {
    const kept = await keepSavedVersion(tx, {
      portable: { ...portable, sourceSystem: sourceSystem ?? portable.sourceSystem },
      name: name ?? ownName,
      note,
      madeOn: fileName,
      byId: ctx.operator.id,
      at: ctx.clock.now(),
    });
    if (!kept.ok) return kept;
    const { savedVersionId: _, ...reply } = kept.value;
    return done(reply);
  });
}

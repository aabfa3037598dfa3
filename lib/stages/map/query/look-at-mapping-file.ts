import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { lookAtMappingFile as contract } from "../../../contracts/mapping-library.ts";
import { areSameRows, type MappedFile } from "../../../domain/file-kind.ts";
import { mappingDifferences } from "../../../domain/mapping-difference.ts";
import { mappingInWords } from "../../../domain/mapping-words.ts";
import { portableMappingSchema } from "../../../domain/portable-mapping.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { valueKey } from "../../../domain/value-key.ts";
import { readMappingFile } from "../mapping-file.ts";

/** What a mapping file says, and what taking it in would do; a file that cannot be taken in is refused with what is wrong with it. */
export async function lookAtMappingFile(
  ctx: SignedInContext,
  { document, name: newName, sourceSystem: newSource }: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const reading = readMappingFile(document);
  if (!reading.ok) return refused("invalid_input", reading.sentence);
  const { name: ownName, ...portable } = reading.file;
  const name = newName ?? ownName;
  const sourceSystem = newSource ?? portable.sourceSystem;
  const known = await ctx.db.savedMapping.findUnique({
    where: { sourceKey_nameKey: { sourceKey: valueKey(sourceSystem), nameKey: valueKey(name) } },
    include: { versions: { orderBy: { version: "desc" }, take: 1 } },
  });
  const [newest] = known?.versions ?? [];
  const shown = {
    name,
    sourceSystem,
    kind: portable.kind,
    entityType: portable.entityType,
    words: mappingInWords(portable),
  };
  if (!known || !newest) {
    const sentence = `A new mapping “${name}” for ${sourceSystem} is added, as version 1.`;
    return done({ ...shown, sentence, changes: [], isTakeable: true });
  }
  const changes = mappingDifferences(portableMappingSchema.parse(newest.portable), portable);
  const { sentence, isTakeable } = verdictOf(known, newest.version, portable, changes.length);
  return done({ ...shown, sentence, changes, isTakeable });
}

function verdictOf(
  known: MappedFile & { name: string; retiredAt: Date | null },
  version: number,
  wanted: MappedFile,
  changes: number,
): { sentence: string; isTakeable: boolean } {
  const { name, retiredAt } = known;
  if (!areSameRows(known, wanted))
    return { isTakeable: false, sentence: `“${name}” is there already, for other rows. Choose another name.` };
  if (retiredAt) return { isTakeable: false, sentence: `“${name}” is retired. Bring it back, or choose another name.` };
  if (changes === 0)
    return {
      isTakeable: false,
      sentence: `It is the same as version ${version} of “${name}”. There is nothing to add.`,
    };
  return {
    isTakeable: true,
    sentence: `It becomes version ${version + 1} of “${name}”. Version ${version} stays in the library.`,
  };
}

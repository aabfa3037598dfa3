import { areSameRows, type MappedFile, rowsInWords } from "../domain/file-kind.ts";
import { isSameMapping } from "../domain/mapping-difference.ts";
import { type PortableMapping, portableMappingSchema } from "../domain/portable-mapping.ts";
import { done, type Outcome, refused } from "../domain/refusal.ts";
import { valueKey } from "../domain/value-key.ts";
import type { Tx } from "./client.ts";

export type ToKeep = {
  portable: PortableMapping;
  name: string;
  note: string;
  /** The file it was made on, by name. */
  madeOn: string;
  byId: string;
  at: Date;
};
export type Kept = { savedMappingId: string; savedVersionId: string; version: number; isNew: boolean };

/** A new mapping of the library, or the next version of the one that has this name in this source system. The same again makes no new version. */
export async function keepSavedVersion(
  tx: Tx,
  { portable, name, note, madeOn, byId, at }: ToKeep,
): Promise<Outcome<Kept>> {
  const key = { sourceKey: valueKey(portable.sourceSystem), nameKey: valueKey(name) };
  // One after the other: two people saving under one name get two versions.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`saved mapping ${key.sourceKey} ${key.nameKey}`}))::text`;
  const known = await tx.savedMapping.findUnique({
    where: { sourceKey_nameKey: key },
    include: { versions: { orderBy: { version: "desc" }, take: 1 } },
  });
  const refusal = known && kindRefusal(known, portable);
  if (refusal) return refusal;
  const [newest] = known?.versions ?? [];
  if (known && newest && isSameMapping(portableMappingSchema.parse(newest.portable), portable))
    return done({ savedMappingId: known.id, savedVersionId: newest.id, version: newest.version, isNew: false });
  const by = { createdById: byId, createdAt: at };
  const { id: savedMappingId } =
    known ??
    (await tx.savedMapping.create({
      data: {
        name,
        sourceSystem: portable.sourceSystem,
        kind: portable.kind,
        entityType: portable.entityType,
        ...key,
        ...by,
      },
    }));
  const version = (newest?.version ?? 0) + 1;
  const { id: savedVersionId } = await tx.savedMappingVersion.create({
    data: { savedMappingId, version, portable, note, madeOn, ...by },
  });
  return done({ savedMappingId, savedVersionId, version, isNew: true });
}

function kindRefusal(known: MappedFile & { name: string; retiredAt: Date | null }, wanted: MappedFile) {
  const { name, retiredAt } = known;
  if (!areSameRows(known, wanted))
    return refused(
      "not_met",
      `“${name}” is a mapping of ${rowsInWords(known)}, this one is of ${rowsInWords(wanted)}. Choose another name.`,
    );
  if (retiredAt)
    return refused("not_now", `“${name}” is retired. Bring it back under Settings, or choose another name.`);
  return undefined;
}

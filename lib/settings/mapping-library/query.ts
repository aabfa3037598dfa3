import type { Context } from "../../context.ts";
import type { QueryOf, ReplyOf } from "../../contracts/contract.ts";
import type {
  compareSavedVersions as compareContract,
  listSavedMappings as listContract,
  readSavedMapping as readContract,
  readSavedVersion as readVersionContract,
} from "../../contracts/mapping-library.ts";
import type { MappedFile } from "../../domain/file-kind.ts";
import { mappingDifferences } from "../../domain/mapping-difference.ts";
import { mappingInWords } from "../../domain/mapping-words.ts";
import { portableMappingSchema } from "../../domain/portable-mapping.ts";
import { done, type Outcome, refused } from "../../domain/refusal.ts";
import { namesOfPeople } from "../../store/names-of-people.ts";
import { usesOfSavedVersions } from "../../store/uses-of-saved-versions.ts";

type Version = { savedMappingId: string; version: number };

export async function listSavedMappings(ctx: Context): Promise<Outcome<ReplyOf<typeof listContract>>> {
  const [mappings, uses] = await Promise.all([
    ctx.db.savedMapping.findMany({
      include: { versions: { orderBy: { version: "desc" }, take: 1, omit: { portable: true } } },
      orderBy: [{ sourceKey: "asc" }, { nameKey: "asc" }],
    }),
    usesOfSavedVersions(ctx.db),
  ]);
  const nameOf = await namesOfPeople(
    ctx.db,
    mappings.flatMap(({ retiredById, versions }) => [retiredById ?? "", ...versions.map((each) => each.createdById)]),
  );
  return done({
    mappings: mappings.flatMap((mapping) =>
      mapping.versions.map((newest) => ({
        ...shown(mapping, nameOf),
        newestVersion: newest.version,
        newestByName: nameOf(newest.createdById),
        newestAt: newest.createdAt.toISOString(),
        uses: uses.ofMapping(mapping.id),
      })),
    ),
  });
}

export async function readSavedMapping(
  ctx: Context,
  savedMappingId: string,
): Promise<Outcome<ReplyOf<typeof readContract>>> {
  const mapping = await ctx.db.savedMapping.findUnique({
    where: { id: savedMappingId },
    include: { versions: { orderBy: { version: "desc" } } },
  });
  if (!mapping) return notThere();
  const uses = await usesOfSavedVersions(ctx.db);
  const nameOf = await namesOfPeople(ctx.db, [
    mapping.retiredById ?? "",
    ...mapping.versions.map(({ createdById }) => createdById),
  ]);
  const portables = mapping.versions.map(({ portable }) => portableMappingSchema.parse(portable));
  return done({
    ...shown(mapping, nameOf),
    versions: mapping.versions.map(({ id, version, note, madeOn, createdById, createdAt }, at) => {
      const [now, before] = [portables[at], portables[at + 1]];
      return {
        version,
        note,
        madeOn,
        createdByName: nameOf(createdById),
        createdAt: createdAt.toISOString(),
        uses: uses.ofVersion(id),
        columns: now?.columns.length ?? 0,
        changes: now && before ? mappingDifferences(before, now) : [],
      };
    }),
  });
}

export async function readSavedVersion(
  ctx: Context,
  which: Version,
): Promise<Outcome<ReplyOf<typeof readVersionContract>>> {
  const portable = await portableOfVersion(ctx, which);
  if (!portable) return notThere();
  return done({ version: which.version, words: mappingInWords(portable) });
}

export async function compareSavedVersions(
  ctx: Context,
  savedMappingId: string,
  { from, to }: QueryOf<typeof compareContract>,
): Promise<Outcome<ReplyOf<typeof compareContract>>> {
  const [before, after] = await Promise.all(
    [from, to].map((version) => portableOfVersion(ctx, { savedMappingId, version })),
  );
  if (!before || !after) return notThere();
  return done({ changes: mappingDifferences(before, after) });
}

/** A version as it is downloaded, with the name it has now; null: there is none. */
export async function mappingFileOf(ctx: Context, which: Version): Promise<{ name: string; text: string } | null> {
  const saved = await ctx.db.savedMapping.findUnique({ where: { id: which.savedMappingId } });
  const portable = await portableOfVersion(ctx, which);
  if (!saved || !portable) return null;
  const { format, ...rest } = portable;
  return {
    name: `mapping-${saved.sourceSystem}-${saved.name}-version-${which.version}`,
    text: `${JSON.stringify({ format, name: saved.name, ...rest }, null, 2)}\n`,
  };
}

const notThere = () => refused("not_found", "There is no such mapping, or no such version of it.");

async function portableOfVersion(ctx: Context, { savedMappingId, version }: Version) {
  const found = await ctx.db.savedMappingVersion.findUnique({
    where: { savedMappingId_version: { savedMappingId, version } },
  });
  return found ? portableMappingSchema.parse(found.portable) : undefined;
}

type Saved = MappedFile & {
  id: string;
  name: string;
  sourceSystem: string;
  retiredAt: Date | null;
  retiredById: string | null;
};

const shown = (
  { id, name, sourceSystem, kind, entityType, retiredAt, retiredById }: Saved,
  nameOf: (id: string) => string,
) => ({
  id,
  name,
  sourceSystem,
  kind,
  entityType,
  retiredAt: retiredAt?.toISOString() ?? null,
  retiredByName: retiredById === null ? null : nameOf(retiredById),
});

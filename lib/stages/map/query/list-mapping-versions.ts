import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { listMappingVersions as contract } from "../../../contracts/mapping-library.ts";
import { mappingBodySchema } from "../../../domain/mapping.ts";
import { mappingDifferences } from "../../../domain/mapping-difference.ts";
import { type PortableMapping, portableMappingSchema, portableOf } from "../../../domain/portable-mapping.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { valueKey } from "../../../domain/value-key.ts";
import { namesOfPeople } from "../../../store/names-of-people.ts";

/** Every version of a file's mapping, with what each changed, and how the newest stands to the library version it began with. */
export async function listMappingVersions(
  ctx: SignedInContext,
  fileId: string,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const file = await ctx.db.sourceFile.findUnique({
    where: { id: fileId },
    include: {
      migration: true,
      mappings: { orderBy: { version: "desc" }, include: { savedVersion: { include: { savedMapping: true } } } },
    },
  });
  if (!file) return refused("not_found", "There is no such file.");
  const { kind, entityType, mappings } = file;
  const { sourceSystem } = file.migration;
  const nameOf = await namesOfPeople(
    ctx.db,
    mappings.map(({ createdById }) => createdById),
  );
  const portables = mappings.map(({ body }) =>
    portableOf(mappingBodySchema.parse(body), file.columns, { sourceSystem, kind, entityType }),
  );
  const saved = await ctx.db.savedMapping.findMany({
    where: { sourceKey: valueKey(sourceSystem), kind, entityType, retiredAt: null },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  const [newest] = portables;
  return done({
    versions: mappings.map(({ version, createdById, createdAt, savedVersion }, at) => ({
      version,
      createdByName: nameOf(createdById),
      createdAt: createdAt.toISOString(),
      beganWith: savedVersion && `${savedVersion.savedMapping.name}, version ${savedVersion.version}`,
      changes: between(portables[at + 1], portables[at]),
      back: between(newest, portables[at]),
    })),
    library: libraryOf(mappings[0]?.savedVersion ?? null, newest),
    names: saved.map(({ name }) => name),
  });
}

const between = (before: PortableMapping | undefined, after: PortableMapping | undefined): string[] =>
  before && after ? mappingDifferences(before, after) : [];

type SavedVersion = {
  version: number;
  portable: unknown;
  savedMapping: { id: string; name: string; retiredAt: Date | null };
};

function libraryOf(saved: SavedVersion | null, newest: PortableMapping | undefined) {
  if (!saved || !newest) return null;
  const { savedMapping, version, portable } = saved;
  return {
    savedMappingId: savedMapping.id,
    name: savedMapping.name,
    version,
    isRetired: savedMapping.retiredAt !== null,
    changes: mappingDifferences(portableMappingSchema.parse(portable), newest),
  };
}

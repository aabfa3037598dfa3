import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { findEarlierMappings as contract } from "../../../contracts/mapping-library.ts";
import type { MappedFile } from "../../../domain/file-kind.ts";
import { mappingBodySchema } from "../../../domain/mapping.ts";
import { portableMappingSchema, portableOf } from "../../../domain/portable-mapping.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { valueKey } from "../../../domain/value-key.ts";
import { columnStatisticsOf } from "../../../store/column-statistics.ts";
import { namesOfPeople } from "../../../store/names-of-people.ts";
import { driftOf, suitsOf } from "../drift.ts";
import { headerKey } from "../header-words.ts";
import { proposalsOf } from "../proposals-of.ts";

type File = MappedFile & {
  id: string;
  columns: string[];
  migrationId: string;
  migration: { sourceSystem: string };
};
type Earlier = Omit<ReplyOf<typeof contract>["offers"][number], "drift" | "madeBy" | "madeAt"> & {
  createdById: string;
  createdAt: Date;
};

const offersMax = 8;
/** With less in common it is a mapping of something else. */
const suitsMin = 0.3;

/** Earlier mappings that could serve this file, the best first, each with what became of its columns here. */
export async function findEarlierMappings(
  ctx: SignedInContext,
  fileId: string,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId }, include: { migration: true } });
  if (!file) return refused("not_found", "There is no such file.");
  if (file.status !== "parsed")
    return refused("not_now", `The file is ${file.status}; its columns are known once it was read.`);
  const earlier = closestOf([...(await inLibrary(ctx, file)), ...(await inMigration(ctx, file))], file.columns);
  if (earlier.length === 0) return done({ offers: [] });
  const statistics = await columnStatisticsOf(ctx, file);
  const columns = file.columns.map((name, index) => {
    const { samples = [], dates = [] } = statistics.find((column) => column.index === index) ?? {};
    return { index, name, values: samples, dates };
  });
  const { entityType } = file;
  const compared = { columns, suggested: proposalsOf(columns, file).columns, entityType };
  const nameOf = await namesOfPeople(
    ctx.db,
    earlier.map(({ createdById }) => createdById),
  );
  const offers = earlier.map(({ createdById, createdAt, ...offer }) => ({
    ...offer,
    madeBy: nameOf(createdById),
    madeAt: createdAt.toISOString(),
    drift: driftOf(offer.portable, compared),
  }));
  const suiting = offers.filter(({ drift }) => suitsOf(drift) >= suitsMin);
  // The library's come first in the list, and stay before a file's that suits as well.
  return done({ offers: suiting.sort((a, b) => suitsOf(b.drift) - suitsOf(a.drift)) });
}

/** Only the closest by their headers are compared value by value. Of equals the library's comes first. */
function closestOf(earlier: Earlier[], columns: readonly string[]): Earlier[] {
  const headers = new Set(columns.map(headerKey));
  const shareOf = ({ portable }: Earlier) =>
    portable.columns.filter((header) => headers.has(headerKey(header))).length / portable.columns.length;
  return earlier
    .map((each) => ({ each, share: shareOf(each) }))
    .sort((a, b) => b.share - a.share)
    .slice(0, offersMax)
    .map(({ each }) => each);
}

/** The newest version of each mapping of this source system that is not retired. */
async function inLibrary(ctx: SignedInContext, { kind, entityType, migration }: File): Promise<Earlier[]> {
  const saved = await ctx.db.savedMapping.findMany({
    where: { sourceKey: valueKey(migration.sourceSystem), kind, entityType, retiredAt: null },
    include: { versions: { orderBy: { version: "desc" }, take: 1 } },
    orderBy: { name: "asc" },
  });
  return saved.flatMap(({ name, versions }) =>
    versions.map(({ id, version, portable, createdById, createdAt }) => ({
      savedVersionId: id,
      title: `${name}, version ${version}`,
      portable: portableMappingSchema.parse(portable),
      createdById,
      createdAt,
    })),
  );
}

/** The mappings of the other files of the same migration: last month's export, for example. */
async function inMigration(ctx: SignedInContext, file: File): Promise<Earlier[]> {
  const { kind, entityType, migrationId, migration } = file;
  const others = await ctx.db.sourceFile.findMany({
    where: { migrationId, kind, entityType, status: "parsed", id: { not: file.id }, mappings: { some: {} } },
    include: { mappings: { orderBy: { version: "desc" }, take: 1 } },
    orderBy: { uploadedAt: "desc" },
  });
  return others.flatMap(({ name, columns, mappings }) =>
    mappings.map(({ version, body, createdById, createdAt }) => ({
      savedVersionId: null,
      title: `Mapping of ${name}, version ${version}`,
      portable: portableOf(mappingBodySchema.parse(body), columns, {
        sourceSystem: migration.sourceSystem,
        kind,
        entityType,
      }),
      createdById,
      createdAt,
    })),
  );
}

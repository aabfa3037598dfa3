import type { SignedInContext } from "../../context.ts";
import type { BodyOf, ReplyOf } from "../../contracts/contract.ts";
import type { readMapping as readMappingContract, tryMapping as tryMappingContract } from "../../contracts/mapping.ts";
import type { Entity } from "../../domain/entity.ts";
import { mappingBodySchema } from "../../domain/mapping.ts";
import { isEntity } from "../../domain/record-role.ts";
import { done, type Outcome, refused } from "../../domain/refusal.ts";
import { createAssociateRequest, createProfileRequest } from "../../passfort/to-wire.ts";
import { chunksHoldingFile } from "../../store/chunks-holding-file.ts";
import { columnStatisticsOf } from "../../store/column-statistics.ts";
import { learnedHeaders } from "../../store/learned-headers.ts";
import { namesOfPeople } from "../../store/names-of-people.ts";
import { sourceRow } from "../../store/source-rows.ts";
import { benchOf } from "./bench-of.ts";
import { frozenBecause } from "./frozen-because.ts";
import { learnedOf } from "./learned.ts";
import { proposalsOf } from "./proposals-of.ts";

const samplesShown = 5;
const sampleCharactersMax = 200;

/** Everything the mapping screen shows of a file that was read. */
export async function readMapping(
  ctx: SignedInContext,
  fileId: string,
): Promise<Outcome<ReplyOf<typeof readMappingContract>>> {
  const file = await ctx.db.sourceFile.findUnique({
    where: { id: fileId },
    include: { migration: { select: { sourceSystem: true } } },
  });
  if (!file) return refused("not_found", "There is no such file.");
  if (file.status !== "parsed")
    return refused("not_now", `The file is ${file.status}; its columns are known once it was read.`);
  const [statistics, newest, holding, answers] = await Promise.all([
    columnStatisticsOf(ctx, file),
    ctx.db.mapping.findFirst({ where: { fileId }, orderBy: { version: "desc" } }),
    chunksHoldingFile(ctx.db, fileId, "submitted or later"),
    learnedHeaders(ctx.db, file),
  ]);
  const nameOf = await namesOfPeople(ctx.db, newest ? [newest.createdById] : []);
  const statisticsByIndex = new Map(statistics.map((column) => [column.index, column]));
  const proposals = proposalsOf(
    file.columns.map((name, index) => {
      const { samples = [], dates = [] } = statisticsByIndex.get(index) ?? {};
      return { index, name, values: samples, dates };
    }),
    file,
    learnedOf(answers, file.migration.sourceSystem),
  );
  return done({
    fileId,
    fileName: file.name,
    kind: file.kind,
    entityType: file.entityType,
    rowCount: file.rowCount ?? 0,
    columns: file.columns.map((name, index) => {
      const { samples, ...counted } = statisticsByIndex.get(index) ?? nothingCounted;
      const { suggestion = null, ...about } = proposals.columns[index] ?? { dateAmbiguous: false };
      const shown = samples.slice(0, samplesShown).map(shortened);
      return { ...counted, index, name, samples: shown, suggestion, ...about };
    }),
    mixed: proposals.mixed,
    associates: proposals.associates,
    current: newest && {
      version: newest.version,
      body: mappingBodySchema.parse(newest.body),
      createdByName: nameOf(newest.createdById),
      createdAt: newest.createdAt.toISOString(),
    },
    frozenBecause: frozenBecause(holding),
  });
}

const nothingCounted = { filled: 0, distinct: 0, longest: 0, countedRows: null, samples: [], dates: [] };

const shortened = (sample: string): string =>
  sample.length > sampleCharactersMax ? `${sample.slice(0, sampleCharactersMax)}…` : sample;

/** One row through the mapping on screen: the cells as they are, and for every record of it the JSON that this would send. */
export async function tryMapping(
  ctx: SignedInContext,
  fileId: string,
  { rowNumber, mapping }: BodyOf<typeof tryMappingContract>,
): Promise<Outcome<ReplyOf<typeof tryMappingContract>>> {
  const file = await ctx.db.sourceFile.findUnique({ where: { id: fileId } });
  if (!file) return refused("not_found", "There is no such file.");
  const row = await sourceRow(ctx.db, fileId, rowNumber);
  if (!row) return refused("not_found", `The file has no row ${rowNumber}; it has ${file.rowCount ?? 0}.`);
  const records = benchOf(row.cells, mapping, file).map(({ record: { entity, role, slot }, label, place, issues }) => ({
    slot,
    label,
    place,
    issues,
    request: !isEntity(role) ? null : JSON.stringify(requestByRole[role](entity), null, 2),
  }));
  return done({ rowNumber, cells: row.cells, records });
}

const requestByRole = {
  client: (entity: Entity) => createProfileRequest(entity, null),
  associate: createAssociateRequest,
} as const;

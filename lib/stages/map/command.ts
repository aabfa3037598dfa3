import { isDeepStrictEqual } from "node:util";
import type { SignedInContext } from "../../context.ts";
import { type MappingBody, mappingBodySchema } from "../../domain/mapping.ts";
import { done, type Outcome, refused } from "../../domain/refusal.ts";
import { chunksHoldingFile } from "../../store/chunks-holding-file.ts";
import type { Tx } from "../../store/client.ts";
import { columnStatisticsOf } from "../../store/column-statistics.ts";
import { frozenBecause } from "./frozen-because.ts";
import { genderDoubt } from "./gender-doubt.ts";
import { mappingProblem } from "./mapping-problem.ts";

/**
 * Keeps a new version of a file's mapping and has a worker check every row with it. The same mapping again makes no new version.
 * @param madeFrom the version of the library it began with; without it, what the version before began with
 */
export async function saveMapping(
  ctx: SignedInContext,
  fileId: string,
  body: MappingBody,
  madeFrom?: string,
): Promise<Outcome<{ version: number }>> {
  const file = await ctx.db.sourceFile.findUnique({
    where: { id: fileId },
    include: { migration: { select: { status: true } } },
  });
  if (!file) return refused("not_found", "There is no such file.");
  if (file.status !== "parsed")
    return refused("not_now", `The file is ${file.status}; only a file that was read can be mapped.`);
  if (file.migration.status !== "preparing" && file.migration.status !== "migrating")
    return refused("not_now", `The migration is ${file.migration.status}; its mapping stays as it is.`);
  const problem = mappingProblem(body, file.columns, file);
  if (problem) return refused("invalid_input", problem);
  const doubt = genderDoubt(body, await columnStatisticsOf(ctx, file), file.columns);
  if (doubt) return refused("invalid_input", doubt);
  if (madeFrom && !(await ctx.db.savedMappingVersion.findUnique({ where: { id: madeFrom } })))
    return refused("not_found", "There is no such version in the mapping library.");
  const outcome = await ctx.db.$transaction((tx) => keepVersion(ctx, tx, fileId, body, madeFrom), {
    timeout: 60_000,
    maxWait: 10_000,
  });
  if (!outcome.ok) return outcome;
  const { version, needsCheck } = outcome.value;
  if (needsCheck)
    await ctx.queue
      .dispatch("check_file", { fileId, version })
      .catch(() => ctx.log.warn("the queue is down; a worker will find the file by its row", { fileId, version }));
  return done({ version });
}

async function keepVersion(
  ctx: SignedInContext,
  tx: Tx,
  fileId: string,
  body: MappingBody,
  madeFrom: string | undefined,
): Promise<Outcome<{ version: number; needsCheck: boolean }>> {
  // One after the other: two people saving at once get two versions, not one number twice.
  await tx.$queryRaw`select id from "SourceFile" where id = ${fileId}::uuid for update`;
  const file = await tx.sourceFile.findUniqueOrThrow({ where: { id: fileId } });
  if (file.status !== "parsed") return refused("changed_meanwhile", "The file was taken out at the same moment.");
  const newest = await tx.mapping.findFirst({ where: { fileId }, orderBy: { version: "desc" } });
  const isSame = newest !== null && isDeepStrictEqual(mappingBodySchema.parse(newest.body), body);
  if (isSame && (file.checkedVersion === newest.version || file.checkingVersion === newest.version))
    return done({ version: newest.version, needsCheck: false });
  const frozen = frozenBecause(await chunksHoldingFile(tx, fileId, "submitted or later"));
  if (frozen) return refused("not_now", frozen);
  const version = isSame ? newest.version : (newest?.version ?? 0) + 1;
  if (!isSame)
    await tx.mapping.create({
      data: {
        fileId,
        version,
        body,
        savedVersionId: madeFrom ?? newest?.savedVersionId ?? null,
        createdById: ctx.operator.id,
        createdAt: ctx.clock.now(),
      },
    });
  await tx.sourceFile.update({
    where: { id: fileId },
    data: { checkingVersion: version, checkedRows: 0, checkFailure: null },
  });
  return done({ version, needsCheck: true });
}

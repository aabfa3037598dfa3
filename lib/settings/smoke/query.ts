import type { Context } from "../../context.ts";
import type { ReplyOf } from "../../contracts/contract.ts";
import type { listSmokeRuns as contract, SmokeRunView } from "../../contracts/smoke-runs.ts";
import { done, type Outcome, refused } from "../../domain/refusal.ts";
import { heardWorker } from "../../store/heard-worker.ts";
import { namesOfPeople } from "../../store/names-of-people.ts";
import { smokeWordOf } from "./made-up.ts";
import { sentenceOfRun } from "./sentence-of-run.ts";

const runsShown = 10;

export async function listSmokeRuns(ctx: Context, connectionId: string): Promise<Outcome<ReplyOf<typeof contract>>> {
  if ((await ctx.db.connection.count({ where: { id: connectionId } })) === 0)
    return refused("not_found", "There is no such connection.");
  const runs = await ctx.db.smokeRun.findMany({
    where: { connectionId },
    orderBy: { createdAt: "desc" },
    take: runsShown,
    include: { steps: { orderBy: { position: "asc" } }, profiles: { orderBy: { position: "asc" } } },
  });
  const nameOf = await namesOfPeople(
    ctx.db,
    runs.map((run) => run.startedById),
  );
  const isWorkerHeard = (await heardWorker(ctx.db, ctx.clock.now())) !== null;
  const plan = await ctx.db.plan.findFirst({ where: { connectionId }, orderBy: { changedAt: "desc" } });
  const suggested = runs[0] ?? plan;
  return done({
    runs: runs.map(
      (run): SmokeRunView => ({
        id: run.id,
        status: run.status,
        startedByName: nameOf(run.startedById),
        createdAt: run.createdAt.toISOString(),
        startedAt: run.startedAt?.toISOString() ?? null,
        endedAt: run.endedAt?.toISOString() ?? null,
        institutionName: run.institutionName,
        word: smokeWordOf(run.id),
        sentence: sentenceOfRun({
          status: run.status,
          word: smokeWordOf(run.id),
          results: run.steps.map((step) => step.result),
          isWorkerHeard,
        }),
        steps: run.steps.map(({ kind, result, finding, startedAt, durationMs }) => ({
          kind,
          result,
          finding,
          startedAt: startedAt?.toISOString() ?? null,
          durationMs,
        })),
        profiles: run.profiles.map(({ profileId, name, applicationStatus }) => ({
          profileId,
          name,
          applicationStatus,
        })),
      }),
    ),
    productAliasIndividual: suggested?.productAliasIndividual ?? null,
    productAliasCompany: suggested?.productAliasCompany ?? null,
  });
}

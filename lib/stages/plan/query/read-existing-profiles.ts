import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { readExistingProfiles as contract } from "../../../contracts/existing-profiles.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { nameOf } from "../../../store/name-of.ts";
import { countMatches } from "../../../store/profile-matches.ts";
import { isSweepNeeded } from "../../../store/sweep-needed.ts";

const nothing = { undecided: {}, adopt: 0, create: 0, another: 0 };

/** How far the newest sweep of the plan's connection is, and what it found of this migration's clients. */
export async function readExistingProfiles(
  ctx: SignedInContext,
  migrationId: string,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const migration = await ctx.db.migration.findUnique({
    where: { id: migrationId },
    include: { plan: { include: { connection: { select: { name: true, environment: true } } } } },
  });
  if (!migration) return refused("not_found", "There is no such migration.");
  const { plan } = migration;
  const clients = await ctx.db.record.count({
    where: { migrationId, role: "client", readiness: { not: "excluded" } },
  });
  if (!plan) return done({ connection: null, isNeeded: false, sweep: null, clients, ...nothing });
  const { connectionId, connection } = plan;
  const [sweep, counts, isNeeded] = await Promise.all([
    ctx.db.profileSweep.findFirst({
      where: { migrationId, connectionId },
      orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    }),
    countMatches(ctx.db, { migrationId, connectionId }),
    isSweepNeeded(ctx.db, { migrationId, connectionId, environment: connection.environment }),
  ]);
  return done({
    connection,
    isNeeded,
    sweep: sweep && {
      status: sweep.status,
      listed: sweep.listed,
      total: sweep.total,
      hidden: sweep.hidden,
      clients: sweep.clients,
      read: sweep.read,
      failure: sweep.failure,
      startedByName: await nameOf(ctx.db, sweep.startedById),
      startedAt: sweep.startedAt.toISOString(),
      endedAt: sweep.endedAt?.toISOString() ?? null,
    },
    clients,
    ...counts,
  });
}

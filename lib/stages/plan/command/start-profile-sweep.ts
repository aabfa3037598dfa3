import type { SignedInContext } from "../../../context.ts";
import { profileSweepMachine } from "../../../domain/profile-sweep.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { lockConnections } from "../../../store/known-accounts.ts";
import { transition } from "../../../store/transition.ts";

/** Asks for a sweep of the plan's connection. It only reads, so it may run at any time; one at a time on a connection. */
export async function startProfileSweep(
  ctx: SignedInContext,
  migrationId: string,
): Promise<Outcome<Record<never, never>>> {
  const asked = await ctx.db.$transaction(async (tx): Promise<Outcome<{ sweepId: string; connectionId: string }>> => {
    const migration = await tx.migration.findUnique({ where: { id: migrationId }, include: { plan: true } });
    if (!migration) return refused("not_found", "There is no such migration.");
    if (!migration.plan) return refused("not_met", "Save the plan first: it says which connection the clients go to.");
    const { connectionId } = migration.plan;
    await lockConnections(tx);
    const running = await tx.profileSweep.findFirst({
      where: { connectionId, status: "running" },
      include: { migration: { select: { name: true } } },
    });
    if (running)
      return refused(
        "not_now",
        running.migrationId === migrationId
          ? "The profiles of this connection are being looked through already."
          : `The profiles of this connection are being looked through for the migration “${running.migration.name}”. Start when that has ended.`,
      );
    const sweep = await tx.profileSweep.create({
      data: { migrationId, connectionId, startedById: ctx.operator.id, startedAt: ctx.clock.now() },
    });
    return done({ sweepId: sweep.id, connectionId });
  });
  if (!asked.ok) return asked;
  const { sweepId, connectionId } = asked.value;
  await ctx.queue
    .dispatch("sweep_profiles", { sweepId }, { connectionId })
    .catch(() => ctx.log.warn("the queue does not answer; it is knocked for again", { sweepId }));
  return done({});
}

/** Ends a sweep that nobody waits for any more; what it found out stays. */
export async function stopProfileSweep(
  ctx: SignedInContext,
  migrationId: string,
): Promise<Outcome<Record<never, never>>> {
  const running = await ctx.db.profileSweep.findFirst({ where: { migrationId, status: "running" } });
  if (!running) return done({});
  await transition(ctx.db, profileSweepMachine, {
    id: running.id,
    from: "running",
    to: "stopped",
    byId: ctx.operator.id,
    because: "stopped by a person",
    set: { endedAt: ctx.clock.now() },
  });
  return done({});
}

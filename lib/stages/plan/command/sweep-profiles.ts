import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Context } from "../../../context.ts";
import { faultWords } from "../../../domain/fault-words.ts";
import { profileSweepMachine } from "../../../domain/profile-sweep.ts";
import { forgetVanished } from "../../../store/existing-profiles.ts";
import type { ProfileSweep } from "../../../store/generated/client.ts";
import { holdFile } from "../../../store/hold-file.ts";
import { isLostConnection } from "../../../store/lost-connection.ts";
import { transition } from "../../../store/transition.ts";
import { compareClients } from "./compare-clients.ts";
import { listExisting } from "./list-existing.ts";
import { openSweeping, type Pause, Stopped, Unswept } from "./sweeping.ts";

/**
 * Lists every profile that the key may see, then holds each client of the migration that could be one of them against it (API contract §10.4).
 * It only reads. May be repeated and cut off anywhere: pages are listed anew, and what this sweep compared is not read twice.
 */
export async function sweepProfiles(
  ctx: Context,
  { sweepId }: { sweepId: string },
  pause: Pause = wait,
): Promise<void> {
  await holdFile(ctx.pool, sweepId, async () => {
    const sweep = await ctx.db.profileSweep.findUnique({ where: { id: sweepId } });
    if (sweep?.status !== "running") return;
    try {
      const sweeping = await openSweeping(ctx, sweep, pause);
      await listExisting(sweeping);
      await forgetVanished(ctx.db, sweep);
      await compareClients(sweeping);
      await end(ctx, sweep, "done", "every profile was listed, and every client that could be one compared");
    } catch (cause) {
      await giveUp(ctx, sweep, cause);
    }
  });
}

async function end(ctx: Context, { id }: ProfileSweep, to: "done" | "failed", because: string): Promise<void> {
  const set = { endedAt: ctx.clock.now(), failure: to === "failed" ? because : null };
  await transition(ctx.db, profileSweepMachine, { id, from: "running", to, byId: null, because, set });
}

async function giveUp(ctx: Context, sweep: ProfileSweep, cause: unknown): Promise<void> {
  if (cause instanceof Stopped) return;
  if (cause instanceof Unswept) return end(ctx, sweep, "failed", cause.message);
  // A database that went away comes back; the sweep is knocked for again.
  if (isLostConnection(cause)) throw cause;
  const errorId = randomUUID();
  ctx.log.error("a sweep of profiles broke", { sweepId: sweep.id, errorId, cause: faultWords(cause) });
  await end(
    ctx,
    sweep,
    "failed",
    `It stopped because of a fault in the panel (error ${errorId}). Start it again; if it happens twice, hand the error id to your administrator.`,
  );
}

/** Knocks for sweeps that the queue may have forgotten, or whose worker died. */
export async function sweepProfileSweeps(ctx: Context): Promise<void> {
  const running = await ctx.db.profileSweep.findMany({ where: { status: "running" }, take: 100 });
  for (const { id, connectionId } of running)
    await ctx.queue.dispatch("sweep_profiles", { sweepId: id }, { connectionId });
}

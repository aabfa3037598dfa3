import type { Context } from "../../../context.ts";
import { allowedProcesses } from "../../../domain/processes.ts";
import { latelyCalled } from "../../../store/lately-called.ts";
import { takePaceCheck, writeSlowDown } from "../../../store/slow-down.ts";
import { beforeMs, recentMs, slowDownOf } from "../slow-down.ts";

/** Workers sweep more often, and each of them; one look in so long is enough. */
const lookEveryMs = 4_000;

/** Looks how Passfort answers a running chunk, and sends with fewer processes while it is in trouble. */
export async function watchPace(ctx: Context, chunkId: string): Promise<void> {
  const now = ctx.clock.now();
  const ago = (ms: number, from = now) => new Date(from.getTime() - ms);
  const chunk = await takePaceCheck(ctx.db, chunkId, now, ago(lookEveryMs));
  if (!chunk) return;
  // While it is slowed down, "before" stays what was before that: the trouble is not to become the measure.
  const beforeUntil = chunk.slowedSince ? ago(recentMs, chunk.slowedSince) : ago(recentMs);
  const calls = await latelyCalled(ctx.db, chunkId, {
    recentFrom: ago(recentMs),
    beforeFrom: ago(beforeMs, beforeUntil),
    beforeUntil,
  });
  const change = slowDownOf({
    allowed: allowedProcesses(chunk),
    slowedTo: chunk.slowedTo,
    sinceChangeMs: chunk.slowedChangedAt && now.getTime() - chunk.slowedChangedAt.getTime(),
    calls,
  });
  if (!change || !(await writeSlowDown(ctx.db, chunk, { ...change, now }))) return;
  ctx.log.info("the number of processes was changed by itself", { chunkId, to: change.to, because: change.because });
}

import type { SignedInContext } from "../../../context.ts";
import { mayDo, notPermittedSentence } from "../../../domain/person.ts";
import { allowedProcesses } from "../../../domain/processes.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { askProcesses } from "../../../store/ask-processes.ts";
import { dispatchSoon } from "./dispatch-due.ts";

const changeable = new Set(["running", "pausing", "paused"]);

/**
 * Sends with fewer processes, or with more again up to the approved number, over all workers and from the next client
 * on; calls in flight end. Braking is open to whoever may pause; more again is for whoever may launch.
 */
export async function setProcesses(
  ctx: SignedInContext,
  chunkId: string,
  { processes, seen }: { processes: number; seen: number },
): Promise<Outcome<{ processes: number }>> {
  const chunk = await ctx.db.chunk.findUnique({ where: { id: chunkId } });
  if (!chunk) return refused("not_found", "There is no such chunk.");
  if (!changeable.has(chunk.status))
    return refused("not_now", `This chunk is ${chunk.status}; processes are changed while it runs or is paused.`);
  if (processes > chunk.processes)
    return refused(
      "not_met",
      `${chunk.processes} ${chunk.processes === 1 ? "process was" : "processes were"} approved for this chunk. More need a chunk that is approved with more.`,
    );
  const present = allowedProcesses(chunk);
  if (processes > present && !mayDo(ctx.operator.role, "launch"))
    return refused("not_permitted", notPermittedSentence(ctx.operator.role, "launch"));
  if (processes === present) return done({ processes });
  if (seen !== present) return refused("changed_meanwhile", changedMeanwhile(present));
  const asked = await askProcesses(ctx.db, { chunkId, before: chunk.processesAsked, processes, now: ctx.clock.now() });
  if (!asked) return refused("changed_meanwhile", "Somebody else changed this chunk a moment ago. Look again.");
  if (asked.status === "running") await dispatchSoon(ctx, asked);
  return done({ processes });
}

const changedMeanwhile = (present: number) =>
  `Somebody else changed the processes to ${present} a moment ago. Look again.`;

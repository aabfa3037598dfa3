import type { SignedInContext } from "../../../context.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { lockConnections } from "../../../store/known-accounts.ts";
import { removalProblem } from "../removal-problem.ts";

/** Removes a connection that nothing hangs on, with its smoke runs and with the webhook events that belonged to nobody. */
export async function removeConnection(
  ctx: SignedInContext,
  connectionId: string,
): Promise<Outcome<Record<string, never>>> {
  return ctx.db.$transaction(async (tx) => {
    await lockConnections(tx);
    const connection = await tx.connection.findUnique({ where: { id: connectionId } });
    if (!connection) return refused("not_found", "There is no such connection.");
    // A plan or a chunk that is being made at this moment refers to this row and waits for it.
    await tx.$queryRaw`select id::text from "Connection" where id = ${connectionId}::uuid for update`;
    const plans = await tx.plan.findMany({
      where: { connectionId },
      select: { migration: { select: { name: true } } },
    });
    const chunks = await tx.chunk.count({ where: { connectionId } });
    const smokeRuns = await tx.smokeRun.count({ where: { connectionId, status: { in: ["queued", "running"] } } });
    const planned = plans.map(({ migration }) => migration.name);
    const problem = removalProblem(connection.name, { planned, chunks, smokeRuns });
    if (problem) return refused("not_met", problem);
    await tx.webhookEvent.deleteMany({ where: { connectionId } });
    await tx.connection.delete({ where: { id: connectionId } });
    return done({});
  });
}

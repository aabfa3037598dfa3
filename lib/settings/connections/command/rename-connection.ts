import type { SignedInContext } from "../../../context.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { lockConnections } from "../../../store/known-accounts.ts";

export async function renameConnection(
  ctx: SignedInContext,
  connectionId: string,
  name: string,
): Promise<Outcome<Record<string, never>>> {
  return ctx.db.$transaction(async (tx) => {
    await lockConnections(tx);
    const holder = await tx.connection.findUnique({ where: { name } });
    if (holder && holder.id !== connectionId)
      return refused("not_met", `There is a connection named “${name}” already.`);
    const renamed = await tx.connection.updateMany({ where: { id: connectionId }, data: { name } });
    return renamed.count === 1 ? done({}) : refused("not_found", "There is no such connection.");
  });
}

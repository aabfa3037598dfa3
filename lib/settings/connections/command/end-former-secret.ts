import type { Context, SignedInContext } from "../../../context.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";

const nothing = { formerSecretSealed: null, formerSecretUntil: null };

/** From now on only the present webhook secret is taken. */
export async function endFormerSecret(
  ctx: SignedInContext,
  connectionId: string,
): Promise<Outcome<Record<string, never>>> {
  const ended = await ctx.db.connection.updateMany({ where: { id: connectionId }, data: nothing });
  return ended.count === 1 ? done({}) : refused("not_found", "There is no such connection.");
}

/** Forgets what is not taken any more: a secret without a use is only a risk. */
export async function sweepFormerSecrets(ctx: Context): Promise<void> {
  await ctx.db.connection.updateMany({ where: { formerSecretUntil: { lte: ctx.clock.now() } }, data: nothing });
}

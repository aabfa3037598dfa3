import type { SignedInContext } from "../../../context.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { opensWith, seal, unseal } from "../../../seal.ts";
import { lockConnections } from "../../../store/known-accounts.ts";

/** Long enough to tell Passfort by hand, also after a night (API contract §8.3). */
export const formerSecretMs = 24 * 60 * 60 * 1000;

/** Takes a new webhook secret beside the present one, which is taken for one day more. */
export async function replaceWebhookSecret(
  ctx: SignedInContext,
  connectionId: string,
  webhookSecret: string,
): Promise<Outcome<Record<string, never>>> {
  const panelSecret = ctx.env.CAUSEWAY_SECRET;
  return ctx.db.$transaction(async (tx) => {
    await lockConnections(tx);
    const row = await tx.connection.findUnique({ where: { id: connectionId } });
    if (!row) return refused("not_found", "There is no such connection.");
    const now = ctx.clock.now();
    // One that cannot be opened any more cannot be compared with, and every webhook would fail on it.
    const isOpen = opensWith(row.webhookSecretSealed, panelSecret);
    // Done twice: the second time changes nothing, and above all does not push the former one out.
    if (isOpen && unseal(row.webhookSecretSealed, panelSecret) === webhookSecret) return done({});
    if (isOpen && row.formerSecretUntil !== null && now < row.formerSecretUntil)
      return refused(
        "not_now",
        "A change of this secret is under way, and only two are taken at once. End the former one first, when Passfort has the present one.",
      );
    await tx.connection.update({
      where: { id: connectionId },
      data: {
        webhookSecretSealed: seal(webhookSecret, panelSecret),
        webhookSecretSetAt: now,
        formerSecretSealed: isOpen ? row.webhookSecretSealed : null,
        formerSecretUntil: isOpen ? new Date(now.getTime() + formerSecretMs) : null,
      },
    });
    return done({});
  });
}

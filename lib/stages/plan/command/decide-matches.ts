import type { SignedInContext } from "../../../context.ts";
import type { BodyOf, ReplyOf } from "../../../contracts/contract.ts";
import type { decideMatches as contract } from "../../../contracts/existing-profiles.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import * as matches from "../../../store/profile-matches.ts";

/** Says of matches whether the profile is this client, or somebody else. */
export async function decideMatches(
  ctx: SignedInContext,
  migrationId: string,
  { matchIds, grounds, decision, reason }: BodyOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const chosen = matchIds ? { matchIds } : grounds && { grounds };
  if (!chosen) return refused("invalid_input", "Say which matches: chosen ones, or all of one kind.");
  const plan = await ctx.db.plan.findUnique({ where: { migrationId }, select: { connectionId: true } });
  if (!plan) return refused("not_met", "Save the plan first: it says which connection the clients go to.");
  const place = { migrationId, connectionId: plan.connectionId };
  const what = { decision, reason, byId: ctx.operator.id, at: ctx.clock.now() };
  const decided = await ctx.db.$transaction((tx) => matches.decideMatches(tx, place, chosen, what), {
    timeout: 120_000,
  });
  if (decided > 0) return done({ decided });
  return refused(
    "not_now",
    decision === "adopt"
      ? "None was decided: another client takes this profile over already, several clients or profiles could be meant, or the client is in a chunk that was submitted."
      : "None was decided: somebody else decided meanwhile, or the client is in a chunk that was submitted.",
  );
}

/** Takes a decision back, while no submitted chunk holds the client. Twice changes nothing. */
export async function takeBackDecision(
  ctx: SignedInContext,
  migrationId: string,
  matchId: string,
): Promise<Outcome<Record<never, never>>> {
  const plan = await ctx.db.plan.findUnique({ where: { migrationId }, select: { connectionId: true } });
  const match = await ctx.db.profileMatch.findUnique({ where: { id: matchId } });
  if (!plan || match?.migrationId !== migrationId) return refused("not_found", "There is no such match.");
  if (match.decision === null) return done({});
  const place = { migrationId, connectionId: plan.connectionId };
  return (await matches.takeBackDecision(ctx.db, place, matchId)) > 0
    ? done({})
    : refused(
        "not_now",
        "The client is in a chunk that was submitted, or has its profile already. Take the chunk back first.",
      );
}

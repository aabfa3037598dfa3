import type { SignedInContext } from "../../../context.ts";
import type { QueryOf, ReplyOf } from "../../../contracts/contract.ts";
import type { listMatches as contract } from "../../../contracts/existing-profiles.ts";
import { maskText } from "../../../domain/mask.ts";
import { done, type Outcome } from "../../../domain/refusal.ts";
import { namesOfPeople } from "../../../store/names-of-people.ts";
import { pageOfMatches } from "../../../store/profile-matches.ts";

const matchesPerPage = 50;

/** Clients that an existing profile could be, page by page, most telling grounds first. */
export async function listMatches(
  ctx: SignedInContext,
  migrationId: string,
  { list, after }: QueryOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const plan = await ctx.db.plan.findUnique({ where: { migrationId }, select: { connectionId: true } });
  if (!plan) return done({ next: null, matches: [] });
  const place = { migrationId, connectionId: plan.connectionId };
  const page = await pageOfMatches(ctx.db, place, list, after, matchesPerPage + 1);
  const shown = page.slice(0, matchesPerPage);
  const last = shown.at(-1);
  const nameOf = await namesOfPeople(
    ctx.db,
    shown.flatMap(({ decidedById }) => decidedById ?? []),
  );
  return done({
    next: page.length > matchesPerPage && last ? last.id : null,
    matches: shown.map(({ reference, displayName, decidedById, decidedAt, ...match }) => ({
      ...match,
      reference: reference ?? "",
      maskedName: maskText(displayName),
      decidedByName: decidedById && nameOf(decidedById),
      decidedAt: decidedAt?.toISOString() ?? null,
    })),
  });
}

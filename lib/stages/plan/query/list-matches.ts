import type { SignedInContext } from "../../../context.ts";
import type { QueryOf, ReplyOf } from "../../../contracts/contract.ts";
import type { listMatches as contract } from "../../../contracts/existing-profiles.ts";
import { maskText } from "../../../domain/mask.ts";
import { type MatchGrounds, matchGrounds } from "../../../domain/profile-match.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
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
  const cursor = after === undefined ? undefined : cursorOf(after);
  if (cursor === null)
    return refused("invalid_input", "This place in the list does not exist. Read it from the start.");
  const place = { migrationId, connectionId: plan.connectionId };
  const page = await pageOfMatches(ctx.db, place, list, cursor, matchesPerPage + 1);
  const shown = page.slice(0, matchesPerPage);
  const last = shown.at(-1);
  const nameOf = await namesOfPeople(
    ctx.db,
    shown.flatMap(({ decidedById }) => decidedById ?? []),
  );
  return done({
    next: page.length > matchesPerPage && last ? `${last.grounds} ${last.id}` : null,
    matches: shown.map(({ reference, displayName, decidedById, decidedAt, ...match }) => ({
      ...match,
      reference: reference ?? "",
      maskedName: maskText(displayName),
      decidedByName: decidedById && nameOf(decidedById),
      decidedAt: decidedAt?.toISOString() ?? null,
    })),
  });
}

function cursorOf(after: string): { grounds: MatchGrounds; id: string } | null {
  const [grounds, id = ""] = after.split(" ");
  const known = matchGrounds.find((each) => each === grounds);
  return known && uuid.test(id) ? { grounds: known, id } : null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

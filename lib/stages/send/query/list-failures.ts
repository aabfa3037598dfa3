import type { SignedInContext } from "../../../context.ts";
import type { listFailures as contract } from "../../../contracts/chunks.ts";
import type { QueryOf, ReplyOf } from "../../../contracts/contract.ts";
import { beingSettledSentence } from "../../../domain/failure-filter.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { countFailures, failurePage } from "../../../store/failure-page.ts";
import { failureScopeOf } from "../../../store/failure-scope.ts";

const failuresPerPage = 50;

/** Clients of a chunk that went wrong or are being settled, those that fit a filter, page by page. */
export async function listFailures(
  ctx: SignedInContext,
  chunkId: string,
  { after, ...filter }: QueryOf<typeof contract>,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  if (!(await ctx.db.chunk.findUnique({ where: { id: chunkId }, select: { id: true } })))
    return refused("not_found", "There is no such chunk.");
  const scope = await failureScopeOf(ctx.db, filter);
  const cursor = after && uuid.test(after) ? after : undefined;
  const [counts, page] = await Promise.all([
    countFailures(ctx.db, chunkId, scope),
    failurePage(ctx.db, chunkId, scope, cursor, failuresPerPage + 1),
  ]);
  const shown = page.slice(0, failuresPerPage);
  return done({
    total: counts.refused + counts.failed + counts.uncertain,
    counts,
    next: page.length > failuresPerPage ? (shown.at(-1)?.deliveryId ?? null) : null,
    failures: shown.map(({ profileId, message, ...failure }) => ({
      ...failure,
      maySettle: failure.status === "uncertain" && profileId === null,
      sentence: message ?? beingSettledSentence,
    })),
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { listExclusions as contract } from "../../../contracts/issues.ts";
import { done, type Outcome } from "../../../domain/refusal.ts";
import { standingExclusions } from "../../../store/exclude-records.ts";
import { namesOfPeople } from "../../../store/names-of-people.ts";

const exclusionsShown = 100;

/** What people left out at once, newest first, and how much of it still is. */
export async function listExclusions(
  ctx: SignedInContext,
  migrationId: string,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const [total, exclusions, standing] = await Promise.all([
    ctx.db.exclusion.count({ where: { migrationId } }),
    ctx.db.exclusion.findMany({
      where: { migrationId },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: exclusionsShown,
    }),
    standingExclusions(ctx.db, migrationId),
  ]);
  const nameOf = await namesOfPeople(
    ctx.db,
    exclusions.flatMap(({ byId, undoneById }) => [byId, ...(undoneById ? [undoneById] : [])]),
  );
  return done({
    total,
    exclusions: exclusions.map(({ id, records, reason, byId, at, undoneById, undoneAt }) => ({
      id,
      records,
      standing: standing.get(id) ?? 0,
      reason,
      by: nameOf(byId),
      at: at.toISOString(),
      undoneBy: undoneById && nameOf(undoneById),
      undoneAt: undoneAt?.toISOString() ?? null,
    })),
  });
}

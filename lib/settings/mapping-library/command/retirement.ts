import type { SignedInContext } from "../../../context.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";

/** Kept and readable, but no longer proposed. Retired already: stays as it was retired. */
export async function retireSavedMapping(
  ctx: SignedInContext,
  savedMappingId: string,
): Promise<Outcome<Record<string, never>>> {
  if (!(await isThere(ctx, savedMappingId))) return notThere();
  await ctx.db.savedMapping.updateMany({
    where: { id: savedMappingId, retiredAt: null },
    data: { retiredAt: ctx.clock.now(), retiredById: ctx.operator.id },
  });
  return done({});
}

/** Proposed again. */
export async function bringBackSavedMapping(
  ctx: SignedInContext,
  savedMappingId: string,
): Promise<Outcome<Record<string, never>>> {
  if (!(await isThere(ctx, savedMappingId))) return notThere();
  await ctx.db.savedMapping.updateMany({
    where: { id: savedMappingId },
    data: { retiredAt: null, retiredById: null },
  });
  return done({});
}

const isThere = async (ctx: SignedInContext, id: string): Promise<boolean> =>
  (await ctx.db.savedMapping.count({ where: { id } })) === 1;
const notThere = () => refused("not_found", "There is no such mapping in the library.");

import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { revealStructure as contract } from "../../../contracts/structure.ts";
import { done, type Outcome } from "../../../domain/refusal.ts";
import { readStructure } from "../query/read-structure.ts";

/** The unmasked names of a structure, as much of it as is shown. The route writes who asked, around which record and why into the audit log. */
export async function revealStructure(
  ctx: SignedInContext,
  recordId: string,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  const structure = await readStructure(ctx, recordId);
  if (!structure.ok) return structure;
  const ids = structure.value.nodes.flatMap((node) => node.recordId ?? []);
  const records = await ctx.db.record.findMany({ where: { id: { in: ids } }, select: { id: true, displayName: true } });
  return done({ names: records.map(({ id, displayName }) => ({ recordId: id, name: displayName })) });
}

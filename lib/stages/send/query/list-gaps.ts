import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { listGaps as contract } from "../../../contracts/gaps.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { severalProfilesCode } from "../../../domain/several-profiles.ts";
import { labelOfStep } from "../../../domain/step-label.ts";
import { countWithGaps } from "../../../store/count-deliveries.ts";
import { countGaps, gapsOfChunk } from "../../../store/gaps-of.ts";
import { countSendableGaps } from "../../../store/requeue-gaps.ts";

const gapsPerPage = 50;

/** What is missing of created clients, page by page. */
export async function listGaps(
  ctx: SignedInContext,
  chunkId: string,
  after: string | undefined,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  if (!(await ctx.db.chunk.findUnique({ where: { id: chunkId }, select: { id: true } })))
    return refused("not_found", "There is no such chunk.");
  const cursor = after && uuid.test(after) ? after : undefined;
  const [withGaps, total, sendable, page] = await Promise.all([
    countWithGaps(ctx.db, [chunkId]),
    countGaps(ctx.db, chunkId),
    countSendableGaps(ctx.db, { chunkId }),
    gapsOfChunk(ctx.db, chunkId, cursor, gapsPerPage + 1),
  ]);
  const shown = page.slice(0, gapsPerPage);
  return done({
    clients: withGaps.get(chunkId) ?? 0,
    total,
    sendable,
    next: page.length > gapsPerPage ? (shown.at(-1)?.id ?? null) : null,
    gaps: shown.map(({ kind, subject, message, ...gap }) => ({
      ...gap,
      what: labelOfStep({ kind, subject }),
      sentence: message,
      maySettle: kind === "create_associate" && gap.code === severalProfilesCode,
    })),
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

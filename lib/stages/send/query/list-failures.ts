import type { SignedInContext } from "../../../context.ts";
import type { listFailures as contract } from "../../../contracts/chunks.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";

const failuresPerPage = 50;
const troubled = ["refused", "failed", "uncertain"] as const;

/** Clients of a chunk that went wrong or are being settled, page by page. */
export async function listFailures(
  ctx: SignedInContext,
  chunkId: string,
  after: string | undefined,
): Promise<Outcome<ReplyOf<typeof contract>>> {
  if (!(await ctx.db.chunk.findUnique({ where: { id: chunkId }, select: { id: true } })))
    return refused("not_found", "There is no such chunk.");
  const where = { chunkId, status: { in: [...troubled] } };
  const [total, page] = await Promise.all([
    ctx.db.delivery.count({ where }),
    ctx.db.delivery.findMany({
      where: after && uuid.test(after) ? { ...where, id: { gt: after } } : where,
      orderBy: { id: "asc" },
      take: failuresPerPage + 1,
      include: {
        member: { select: { record: { select: { rowNumber: true, fileId: true } } } },
        _count: { select: { attempts: true } },
      },
    }),
  ]);
  const shown = page.slice(0, failuresPerPage);
  const files = await ctx.db.sourceFile.findMany({
    where: { id: { in: [...new Set(shown.map(({ member }) => member.record.fileId))] } },
    select: { id: true, name: true },
  });
  const nameById = new Map(files.map(({ id, name }) => [id, name]));
  return done({
    total,
    next: page.length > failuresPerPage ? (shown.at(-1)?.id ?? null) : null,
    failures: shown.map((delivery) => ({
      deliveryId: delivery.id,
      recordId: delivery.recordId,
      maySettle: delivery.status === "uncertain" && delivery.profileId === null,
      reference: delivery.reference,
      rowNumber: delivery.member.record.rowNumber,
      fileName: nameById.get(delivery.member.record.fileId) ?? "",
      status: delivery.status,
      code: delivery.failureCode,
      field: delivery.failureField,
      sentence:
        delivery.failureMessage ??
        "A write left and no answer came back; it is looked up before anything is sent again.",
      attempts: delivery._count.attempts,
    })),
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

import type { Context } from "../../context.ts";
import type { QueryOf, ReplyOf } from "../../contracts/contract.ts";
import type { listAudit as listAuditContract } from "../../contracts/people.ts";
import { done, type Outcome } from "../../domain/refusal.ts";

const pageSize = 100;

export async function listAudit(
  ctx: Context,
  query: QueryOf<typeof listAuditContract>,
): Promise<Outcome<ReplyOf<typeof listAuditContract>>> {
  const before = /^\d{1,18}$/.test(query.before ?? "") ? BigInt(query.before as string) : undefined;
  // One more than a page: whether there is a next page is then known without counting.
  const rows = await ctx.db.auditEntry.findMany({
    ...(before === undefined ? {} : { where: { id: { lt: before } } }),
    orderBy: { id: "desc" },
    take: pageSize + 1,
  });
  const page = rows.slice(0, pageSize);
  return done({
    entries: page.map((row) => ({
      id: String(row.id),
      at: row.at.toISOString(),
      byName: row.byName,
      action: row.action,
      subjectId: row.subjectId,
      outcome: row.outcome,
      reason: row.reason,
    })),
    next: rows.length > pageSize ? String(page.at(-1)?.id) : null,
  });
}

import type { Context } from "../context.ts";
import type { Operator } from "../domain/person.ts";

type Act = {
  operator: Operator | null;
  action: string;
  subjectId?: string | null;
  outcome: string;
  reason?: string | null;
};

/** One line of the audit log: who tried what on which thing, and what came of it. Ids and words only. */
export async function recordAct(ctx: Pick<Context, "db">, act: Act): Promise<void> {
  await ctx.db.auditEntry.create({
    data: {
      byId: act.operator?.id ?? null,
      byName: act.operator?.name ?? "nobody signed in",
      action: act.action,
      subjectId: act.subjectId ?? null,
      outcome: act.outcome,
      reason: act.reason ?? null,
    },
  });
}

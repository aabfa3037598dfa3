import type { SignedInContext } from "../../../context.ts";
import type { ReplyOf } from "../../../contracts/contract.ts";
import type { readPlan as contract } from "../../../contracts/plan.ts";
import { complianceSettingsSchema } from "../../../domain/compliance-settings.ts";
import { controlSettingsSchema } from "../../../domain/control-settings.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import { countFamilies } from "../../../store/count-families.ts";
import { countReady, readyForOf } from "../../../store/count-ready.ts";
import { nameOf } from "../../../store/name-of.ts";
import { frozenBecause } from "../frozen-because.ts";

export async function readPlan(ctx: SignedInContext, migrationId: string): Promise<Outcome<ReplyOf<typeof contract>>> {
  const migration = await ctx.db.migration.findUnique({
    where: { id: migrationId },
    include: {
      plan: true,
      chunks: {
        where: { status: { in: ["running", "pausing", "paused", "stopping"] } },
        select: { number: true, status: true },
      },
    },
  });
  if (!migration) return refused("not_found", "There is no such migration.");
  const { plan } = migration;
  const [counted, { links: associates }] = await Promise.all([
    countReady(ctx.db, migrationId),
    countFamilies(ctx.db, migrationId),
  ]);
  const { individual, company } = counted;
  return done({
    plan: plan && {
      connectionId: plan.connectionId,
      track: plan.track,
      limitedMethod: plan.limitedMethod,
      productAliasIndividual: plan.productAliasIndividual,
      productAliasCompany: plan.productAliasCompany,
      tags: plan.tags,
      compliance: complianceSettingsSchema.parse(plan.compliance),
      control: controlSettingsSchema.parse(plan.control),
      version: plan.version,
      changedByName: await nameOf(ctx.db, plan.changedById),
      changedAt: plan.changedAt.toISOString(),
    },
    ready: { individual, company, associates, activeProfiles: individual + company + associates },
    readyFor: readyForOf(counted),
    frozenBecause: frozenBecause(migration.chunks),
  });
}

import type { SignedInContext } from "../../../context.ts";
import type { BodyOf } from "../../../contracts/contract.ts";
import type { savePlan as contract } from "../../../contracts/plan.ts";
import { chunkMachine, liveChunkStatuses } from "../../../domain/chunk.ts";
import {
  type ComplianceSettings,
  complianceParts,
  complianceSettingsSchema,
} from "../../../domain/compliance-settings.ts";
import { type ControlSettings, controlParts, controlSettingsSchema } from "../../../domain/control-settings.ts";
import { done, type Outcome, refused } from "../../../domain/refusal.ts";
import type { Tx } from "../../../store/client.ts";
import { countReady } from "../../../store/count-ready.ts";
import { fingerprintChunk } from "../../../store/fingerprint-chunk.ts";
import { longTransaction } from "../../../store/lock-chunk.ts";
import { transition } from "../../../store/transition.ts";
import { frozenBecause } from "../frozen-because.ts";
import { planProblems } from "../plan-problem.ts";
import { settingsOf } from "../settings-of.ts";

type Body = BodyOf<typeof contract>;

/**
 * Saves the plan. Chunks that have not been launched take it over; those submitted or approved become drafts again,
 * because what somebody looked at is not what would be sent any more. Saving what is saved already changes nothing.
 */
export async function savePlan(
  ctx: SignedInContext,
  migrationId: string,
  body: Body,
): Promise<Outcome<{ version: number }>> {
  const migration = await ctx.db.migration.findUnique({ where: { id: migrationId } });
  if (!migration) return refused("not_found", "There is no such migration.");
  if (!(await ctx.db.connection.findUnique({ where: { id: body.connectionId } })))
    return refused("invalid_input", "There is no such connection. Choose one from the list.");
  const problems = planProblems(body, await countReady(ctx.db, migrationId));
  if (Object.keys(problems).length > 0)
    return {
      ok: false,
      refusal: { kind: "invalid_input", sentence: Object.values(problems).join(" "), fields: problems },
    };

  return ctx.db.$transaction(async (tx): Promise<Outcome<{ version: number }>> => {
    await tx.$queryRaw`select 1 from "Migration" where id = ${migrationId}::uuid for update`;
    const live = await tx.chunk.findMany({
      where: { migrationId, status: { in: [...liveChunkStatuses] } },
      select: { number: true, status: true },
    });
    const frozen = frozenBecause(live);
    if (frozen) return refused("not_now", frozen);

    const before = await tx.plan.findUnique({ where: { migrationId } });
    const compliance = body.compliance ?? complianceSettingsSchema.parse(before?.compliance ?? {});
    const control = body.control ?? controlSettingsSchema.parse(before?.control ?? {});
    const limitedMethod = body.track === "limited_compliance" ? body.limitedMethod : null;
    const plan = { ...body, compliance, control, limitedMethod };
    if (before && isSame(settledOf(before), plan)) return done({ version: before.version });
    const by = { changedById: ctx.operator.id, changedAt: ctx.clock.now() };
    const saved = before
      ? await tx.plan.update({ where: { migrationId }, data: { ...plan, ...by, version: before.version + 1 } })
      : await tx.plan.create({ data: { migrationId, ...plan, ...by } });
    await carryOver(tx, migrationId, saved, ctx.operator.id);
    return done({ version: saved.version });
  }, longTransaction);
}

async function carryOver(
  tx: Tx,
  migrationId: string,
  plan: Parameters<typeof settingsOf>[0] & { connectionId: string },
  byId: string,
): Promise<void> {
  const waiting = await tx.chunk.findMany({
    where: { migrationId, status: { in: ["draft", "submitted", "approved"] } },
    select: { id: true },
  });
  for (const { id } of waiting) {
    await transition(tx, chunkMachine, {
      id,
      from: ["submitted", "approved"],
      to: "draft",
      byId,
      because: "the plan changed, so what was looked at would not be what is sent",
    });
    await tx.chunk.update({
      where: { id },
      data: {
        settings: settingsOf(plan),
        connectionId: plan.connectionId,
        approvedById: null,
        approvedAt: null,
        approvedFingerprint: null,
        approvalExpiresAt: null,
      },
    });
    const { fingerprint } = await fingerprintChunk(tx, id);
    await tx.chunk.update({ where: { id }, data: { fingerprint } });
  }
}

type Settled = Body & { compliance: ComplianceSettings; control: ControlSettings };

/** A stored plan with what its JSON columns hold. */
const settledOf = (
  plan: Omit<Body, "compliance" | "control"> & { compliance: unknown; control: unknown },
): Settled => ({
  ...plan,
  compliance: complianceSettingsSchema.parse(plan.compliance),
  control: controlSettingsSchema.parse(plan.control),
});

function isSame(before: Settled, after: Settled): boolean {
  const values = (plan: Settled) => {
    const { connectionId, track, limitedMethod, productAliasIndividual, productAliasCompany, tags } = plan;
    const aliases = [productAliasIndividual, productAliasCompany];
    const settings = [complianceParts(plan.compliance), controlParts(plan.control)];
    return JSON.stringify([connectionId, track, limitedMethod, aliases, tags, settings]);
  };
  return values(before) === values(after);
}

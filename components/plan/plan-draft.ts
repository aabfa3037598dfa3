import type { BodyOf, ReplyOf } from "#lib/contracts/contract.ts";
import type { readPlan, savePlan } from "#lib/contracts/plan.ts";
import { type ComplianceSettings, noCompliance } from "#lib/domain/compliance-settings.ts";
import { type ControlSettings, runWindowGap, usualControl } from "#lib/domain/control-settings.ts";
import type { LimitedMethod, Track } from "#lib/domain/track.ts";

/** The plan as the form holds it: every part a text or nothing, so that a half-filled form can be shown. */
export type PlanDraft = {
  connectionId: string | null;
  track: Track | null;
  limitedMethod: LimitedMethod | null;
  productAliasIndividual: string;
  productAliasCompany: string;
  tags: string[];
  compliance: ComplianceSettings;
  control: ControlSettings;
};

export type PlanAnswer = ReplyOf<typeof readPlan>;

/** The form as it opens: the saved plan, or a start with the one connection there is and the tag `migrated`. */
export function draftOf(plan: PlanAnswer["plan"], connectionIds: readonly string[]): PlanDraft {
  if (plan === null) {
    const [only, second] = connectionIds;
    return {
      connectionId: second === undefined ? (only ?? null) : null,
      track: null,
      limitedMethod: null,
      productAliasIndividual: "",
      productAliasCompany: "",
      tags: ["migrated"],
      compliance: noCompliance,
      control: usualControl,
    };
  }
  return {
    ...plan,
    productAliasIndividual: plan.productAliasIndividual ?? "",
    productAliasCompany: plan.productAliasCompany ?? "",
  };
}

/** What is still missing, by field, in sentences; empty when the plan can be saved. */
export function gapsOf(draft: PlanDraft): Partial<Record<keyof PlanDraft, string>> {
  const gaps: Partial<Record<keyof PlanDraft, string>> = {};
  if (draft.connectionId === null) gaps.connectionId = "Choose the Passfort account the clients go to.";
  if (draft.track === null) gaps.track = "Choose full onboarding or limited compliance.";
  if (draft.track === "limited_compliance" && draft.limitedMethod === null)
    gaps.limitedMethod = "Choose how the checks are limited.";
  const window = runWindowGap(draft.control);
  if (window) gaps.control = window;
  return gaps;
}

/** The plan as the server takes it, or null while something is missing. An empty alias means no application. */
export function bodyOf(draft: PlanDraft): BodyOf<typeof savePlan> | null {
  const { connectionId, track } = draft;
  if (connectionId === null || track === null || Object.keys(gapsOf(draft)).length > 0) return null;
  return {
    connectionId,
    track,
    limitedMethod: track === "limited_compliance" ? draft.limitedMethod : null,
    productAliasIndividual: draft.productAliasIndividual.trim() || null,
    productAliasCompany: draft.productAliasCompany.trim() || null,
    tags: draft.tags,
    compliance: draft.compliance,
    control: draft.control,
  };
}

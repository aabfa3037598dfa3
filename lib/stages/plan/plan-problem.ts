import type { LimitedMethod, Track } from "../../domain/track.ts";

type Plan = {
  track: Track;
  limitedMethod: LimitedMethod | null;
  productAliasIndividual: string | null;
  productAliasCompany: string | null;
};
type Ready = { individual: number; company: number };

/** What is missing from a plan, in a sentence per field; empty when it can be saved. */
export function planProblems(plan: Plan, ready: Ready): Record<string, string> {
  const problems: Record<string, string> = {};
  if (plan.track === "limited_compliance" && plan.limitedMethod === null) {
    problems.limitedMethod =
      "Choose how limited compliance is done: with a separate product, or with checks switched off.";
  }
  if (ready.individual > 0 && plan.productAliasIndividual === null) {
    problems.productAliasIndividual = `${ready.individual} people are ready, so their product is needed.`;
  }
  if (ready.company > 0 && plan.productAliasCompany === null) {
    problems.productAliasCompany = `${ready.company} companies are ready, so their product is needed.`;
  }
  return problems;
}

import { type Severity, severities } from "#lib/domain/issue-entry.ts";

export type SeverityFilter = Severity | "all";
export const severityFilters: readonly SeverityFilter[] = ["all", ...severities];

/** The severity named in an address; anything else means all of them. */
export function severityFilterOf(word: string | null): SeverityFilter {
  return severities.find((severity) => severity === word) ?? "all";
}

export function causesMatching<C extends { severity: Severity }>(causes: readonly C[], filter: SeverityFilter): C[] {
  return causes.filter((cause) => filter === "all" || cause.severity === filter);
}

import type { Profile } from "../profile/profile.ts";

/** The profile's category, from its applications; the names are documented, when they apply is inferred. */
export function categoryOf(profile: Profile): "CUSTOMER" | "PREVIOUS_CUSTOMER" | "APPLICANT" | "INACTIVE_APPLICANT" {
  const statuses = new Set(profile.applications.filter((one) => !one.hidden).map((one) => one.status));
  if (statuses.has("APPROVED") || statuses.has("IN_REVIEW")) return "CUSTOMER";
  if (statuses.has("APPLIED") || statuses.size === 0) return "APPLICANT";
  return statuses.has("CANCELLED") ? "PREVIOUS_CUSTOMER" : "INACTIVE_APPLICANT";
}

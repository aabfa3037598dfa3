import type { Profile } from "../profile/profile.ts";

export type Category = "CUSTOMER" | "PREVIOUS_CUSTOMER" | "APPLICANT" | "INACTIVE_APPLICANT";

/** The profile's category, from its applications; the names are documented, when they apply is inferred. */
export function categoryOf(profile: Profile, categories: "follow" | "fixed" = "follow"): Category {
  if (categories === "fixed") return "APPLICANT";
  const statuses = new Set(profile.applications.filter((one) => !one.hidden).map((one) => one.status));
  if (statuses.has("APPROVED") || statuses.has("IN_REVIEW")) return "CUSTOMER";
  if (statuses.has("APPLIED") || statuses.size === 0) return "APPLICANT";
  return statuses.has("CANCELLED") ? "PREVIOUS_CUSTOMER" : "INACTIVE_APPLICANT";
}

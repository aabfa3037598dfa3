export const tracks = ["full_onboarding", "limited_compliance"] as const;
export type Track = (typeof tracks)[number];

/** The two ways of limited compliance (guide, "Full onboarding versus limited compliance"). */
export const limitedMethods = ["separate_product", "checks_off"] as const;
export type LimitedMethod = (typeof limitedMethods)[number];

export const trackWords: Record<Track, { label: string; sentence: string }> = {
  full_onboarding: {
    label: "Full onboarding",
    sentence: "Migrated clients go through the same checks as new clients.",
  },
  limited_compliance: {
    label: "Limited compliance",
    sentence: "The legacy due diligence is relied on; only the key checks and monitoring run.",
  },
};

export const limitedMethodWords: Record<LimitedMethod, { label: string; sentence: string }> = {
  separate_product: {
    label: "A separate product",
    sentence: "Migrated clients apply to a product of their own with the reduced flow.",
  },
  checks_off: {
    label: "The main product with checks switched off",
    sentence:
      "The checks you do not want are switched off in Passfort for a while. No new clients may be onboarded until every client is migrated.",
  },
};

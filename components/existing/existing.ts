import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { listMatches, readExistingProfiles } from "#lib/contracts/existing-profiles.ts";

/** What is known of the profiles that exist already. */
export type Existing = ReplyOf<typeof readExistingProfiles>;
export type Match = ReplyOf<typeof listMatches>["matches"][number];
export type MatchListName = "undecided" | "adopt" | "create" | "another";

export const undecidedOf = ({ undecided }: Pick<Existing, "undecided">): number =>
  Object.values(undecided).reduce((sum, count) => sum + count, 0);

export const existingHref = (migrationId: string): string => `/migrations/${migrationId}/plan/existing-profiles`;

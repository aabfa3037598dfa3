import type { Entity } from "./entity.ts";
import { referenceTagOf } from "./reference-tag.ts";

/** Why a profile that exists in Passfort could be a client, most telling first. `another`: it was read, and is somebody else. */
export const matchGrounds = ["same_reference", "same_company", "same_person", "same_name", "another"] as const;
export type MatchGrounds = (typeof matchGrounds)[number];

export const matchGroundsWords: Record<MatchGrounds, string> = {
  same_reference: "It has this client's reference.",
  same_company: "It has this company's country and registration number.",
  same_person: "It has this person's name and date of birth.",
  same_name: "It has this client's name; nothing else that could be compared is known on both sides.",
  another: "It has this client's name, and is somebody else.",
};

/**
 * What a person decides of a match. `adopt`: the profile is this client, so none is created, and what is missing of it is added. `create`: it
 * is somebody else. (A client that shall not be touched at all is left out of the migration.)
 */
export const matchDecisions = ["adopt", "create"] as const;
export type MatchDecision = (typeof matchDecisions)[number];

/** What of an existing profile tells whose it is. */
export type ComparedProfile = {
  customerRef: string | null;
  tags: readonly { name: string }[];
  company: { country: string | null; number: string | null } | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  dateOfBirth: string | null;
};

/** Holds a client against a profile of its name or tag. What one side does not know neither proves nor refutes. */
export function matchGroundsOf(entity: Entity, profile: ComparedProfile): MatchGrounds {
  const { reference } = entity;
  if (reference && (profile.customerRef === reference || isTagged(profile, reference))) return "same_reference";
  if (entity.entityType === "individual") return byBirth(entity.dateOfBirth, profile.dateOfBirth);
  const isSameCountry = agree(entity.countryOfIncorporation, profile.company?.country);
  const isSameNumber = agree(numberKey(entity.number), numberKey(profile.company?.number));
  if (isSameCountry === false || isSameNumber === false) return "another";
  return isSameNumber === true ? "same_company" : "same_name";
}

const isTagged = ({ tags }: ComparedProfile, reference: string): boolean =>
  tags.some(({ name }) => name === referenceTagOf(reference));

/** A year or a month alone cannot prove a birthday, but it can refute one. */
function byBirth(ours: string | undefined, theirs: string | null): MatchGrounds {
  if (!ours || !theirs) return "same_name";
  const shorter = Math.min(ours.length, theirs.length);
  if (ours.slice(0, shorter) !== theirs.slice(0, shorter)) return "another";
  return shorter === "YYYY-MM-DD".length ? "same_person" : "same_name";
}

/** Null: one side does not know. */
function agree(ours: string | null | undefined, theirs: string | null | undefined): boolean | null {
  if (!ours?.trim() || !theirs?.trim()) return null;
  return ours.trim().toUpperCase() === theirs.trim().toUpperCase();
}

/** Registers and people write one number with blanks, dots and leading zeros in several ways. */
const numberKey = (number: string | null | undefined): string | null =>
  number
    ?.toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/^0+(?=.)/, "") ?? null;

/** Everything that decides about a match, as one text: a client that was corrected since is compared again. */
export const comparedTextOf = (entity: Entity): string =>
  JSON.stringify(
    entity.entityType === "company"
      ? [entity.reference, entity.name, entity.number, entity.countryOfIncorporation]
      : [entity.reference, entity.givenNames, entity.familyName, entity.dateOfBirth],
  );

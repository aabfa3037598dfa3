import { displayNameOf, type Entity } from "../domain/entity.ts";
import { referenceTagOf } from "../domain/reference-tag.ts";
import type { RemoteProfile } from "./remote-profile.ts";
import { roleByEntityType } from "./to-wire.ts";

/**
 * What looking for a client in Passfort found (API contract §10). `one` may be adopted. `none` is only so for now: the
 * search index is late, so a second look after a pause must say it too. `several` is for a person: more than one
 * profile, or one that is only half the client's.
 */
export type LookUp =
  | { kind: "none" }
  | { kind: "one"; profile: RemoteProfile }
  | { kind: "several"; profileIds: string[] };

/** What to ask the search for, most telling first. Search covers names and tags, not the reference. */
export function searchTermsOf(entity: Entity): string[] {
  const tag = isBlank(entity.reference) ? [] : [referenceTagOf(entity.reference)];
  const number = entity.entityType === "company" ? entity.number : undefined;
  // A company without a name is shown under its number.
  const name = displayNameOf(entity) || number || "";
  return isBlank(name) ? tag : [...tag, name];
}

/** Decides from the profiles the search brought, each read in full. */
export function lookUpOf(entity: Entity, candidates: readonly RemoteProfile[]): LookUp {
  const byId = new Map(candidates.map((profile) => [profile.id, profile]));
  const judged = [...byId.values()].map((profile) => ({ profile, likeness: likenessOf(entity, profile) }));
  const alike = judged.filter(({ likeness }) => likeness !== "other");
  const [only] = alike;
  if (!only) return { kind: "none" };
  if (alike.length === 1 && only.likeness === "same") return { kind: "one", profile: only.profile };
  return { kind: "several", profileIds: alike.map(({ profile }) => profile.id).sort() };
}

type Likeness = "same" | "doubtful" | "other";

/**
 * The reference makes it ours: in `customer_ref`, or in our tag when somebody emptied that. A tag and a reference that
 * contradict each other, or a company with another number, are doubtful. A name alone means nothing.
 */
function likenessOf(entity: Entity, profile: RemoteProfile): Likeness {
  if (profile.role !== null && profile.role !== roleByEntityType[entity.entityType]) return "other";
  if (isBlank(entity.reference)) return "other";
  const tag = referenceTagOf(entity.reference);
  const isTagged = profile.tags.some(({ name }) => name === tag);
  if (profile.customerRef !== entity.reference && !isTagged) return "other";
  if (profile.customerRef !== null && profile.customerRef !== entity.reference) return "doubtful";
  return isSameCompany(entity, profile) ? "same" : "doubtful";
}

function isSameCompany(entity: Entity, { company }: RemoteProfile): boolean {
  if (entity.entityType === "individual" || !company) return true;
  return agree(entity.countryOfIncorporation, company.country) && agree(entity.number, company.number);
}

/** What one side does not know cannot contradict. */
function agree(ours: string | undefined, theirs: string | null): boolean {
  if (isBlank(ours) || theirs === null || theirs === "") return true;
  return ours.trim().toUpperCase() === theirs.trim().toUpperCase();
}

function isBlank(text: string | undefined): text is undefined {
  return text === undefined || text.trim() === "";
}

/** A search result that carries another client's reference tag, and not ours, need not be read. */
export function isAnothers(entity: Entity, tagNames: readonly string[] | undefined): boolean {
  if (!tagNames || isBlank(entity.reference) || tagNames.includes(referenceTagOf(entity.reference))) return false;
  return tagNames.some((name) => name.startsWith("MIGREF-"));
}

/** Does a search result's name allow it to be this client? Generous: reading one too many costs a call, one too few a double. */
export function mayBear(displayName: string, term: string): boolean {
  const shown = new Set(wordsOf(displayName));
  const wanted = wordsOf(term);
  return shown.size === 0 || wanted.length === 0 || wanted.some((word) => shown.has(word));
}

function wordsOf(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

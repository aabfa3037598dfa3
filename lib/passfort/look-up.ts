import { displayNameOf, type Entity } from "../domain/entity.ts";
import { referenceTagOf } from "../domain/reference-tag.ts";
import type { RemoteProfile } from "./remote-profile.ts";
import { associateRoleByEntityType, roleByEntityType } from "./to-wire.ts";

/** Whom a look-up is for. Passfort lists clients and associates apart, and one never stands for the other. */
export type LookedFor = "client" | "associate";

/**
 * What looking for a client in Passfort found (API contract §10). `one` may be adopted. `none` is only so for now: the
 * search index is late, so a second look after a pause must say it too. `several` is for a person: more than one
 * profile, or one that is only half the client's.
 */
export type LookUp =
  | { kind: "none" }
  | { kind: "one"; profile: RemoteProfile }
  | { kind: "several"; profileIds: string[] };

/** What becomes of a create whose answer was lost. */
export type LostCreate =
  | { kind: "adopt"; profile: RemoteProfile }
  | { kind: "look_again" }
  | { kind: "send_again" }
  | { kind: "ask_a_person"; profileIds: string[] };

/**
 * Decides from the looks made so far, each a while after the one before. Only two looks that found nothing allow a
 * second create. An index later than both of them hides the first profile still: then there will be two, which the next
 * look-up finds and gives to a person (API contract §10.3).
 */
export function lostCreateOf(looks: readonly LookUp[]): LostCreate {
  for (const look of looks) {
    if (look.kind === "one") return { kind: "adopt", profile: look.profile };
    if (look.kind === "several") return { kind: "ask_a_person", profileIds: look.profileIds };
  }
  return looks.length < looksBeforeSendingAgain ? { kind: "look_again" } : { kind: "send_again" };
}

const looksBeforeSendingAgain = 2;

/** What to ask the search for, most telling first. Search covers names and tags, not the reference. */
export function searchTermsOf(entity: Entity): string[] {
  const tag = isBlank(entity.reference) ? [] : [referenceTagOf(entity.reference)];
  return [...new Set([...tag, ...namesOf(entity)])].filter((term) => !isBlank(term));
}

/** The names it may be shown under: a person also without the middle names, a company without a name by its number. */
function namesOf(entity: Entity): string[] {
  if (entity.entityType === "company") return [entity.name?.trim() || entity.number || ""];
  const [first = ""] = entity.givenNames ?? [];
  return [displayNameOf(entity), `${first} ${entity.familyName ?? ""}`.trim()];
}

/** Decides from the profiles the search brought, each read in full. */
export function lookUpOf(entity: Entity, candidates: readonly RemoteProfile[], as: LookedFor = "client"): LookUp {
  const byId = new Map(candidates.map((profile) => [profile.id, profile]));
  const judged = [...byId.values()].map((profile) => ({ profile, likeness: likenessOf(entity, profile, as) }));
  const alike = judged.filter(({ likeness }) => likeness !== "other");
  const [only] = alike;
  if (!only) return { kind: "none" };
  if (alike.length === 1 && only.likeness === "same") return { kind: "one", profile: only.profile };
  return { kind: "several", profileIds: alike.map(({ profile }) => profile.id).sort() };
}

const rolesByLookedFor = { client: roleByEntityType, associate: associateRoleByEntityType } as const;

type Likeness = "same" | "doubtful" | "other";

/**
 * The reference makes it ours: in `customer_ref`, or in our tag when somebody emptied that. A tag and a reference that
 * contradict each other, or a company with another number, are doubtful. A name alone means nothing.
 */
function likenessOf(entity: Entity, profile: RemoteProfile, as: LookedFor): Likeness {
  if (profile.role !== null && profile.role !== rolesByLookedFor[as][entity.entityType]) return "other";
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

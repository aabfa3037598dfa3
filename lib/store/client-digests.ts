import { displayNameOf, type Entity } from "../domain/entity.ts";
import { nameKeyOf } from "../domain/name-key.ts";
import { comparedTextOf } from "../domain/profile-match.ts";
import { referenceTagOf } from "../domain/reference-tag.ts";
import { digestOf } from "../seal.ts";

/** What a client is known by among the profiles that exist: keyed digests of its name and of its reference tag, and of all that is compared. */
export type ClientDigests = { name: string; tag: string | null; compared: string };

export const clientDigestsOf = (entity: Entity, secret: string): ClientDigests => ({
  name: nameDigestOf(entity.entityType, displayNameOf(entity), secret),
  tag: entity.reference ? textDigestOf(referenceTagOf(entity.reference), secret) : null,
  compared: textDigestOf(comparedTextOf(entity), secret),
});

/** Empty: it has no name, and is held against nobody. */
export function nameDigestOf(entityType: Entity["entityType"], name: string, secret: string): string {
  const key = nameKeyOf(entityType, name);
  return key === "" ? "" : textDigestOf(key, secret);
}

export const textDigestOf = (text: string, secret: string): string =>
  digestOf(text, secret, "know existing profiles again");

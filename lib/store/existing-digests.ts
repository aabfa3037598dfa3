import { hash } from "node:crypto";
import type { Entity, EntityType } from "../domain/entity.ts";
import { nameKeyOf } from "../domain/name-key.ts";
import { comparedTextOf } from "../domain/profile-match.ts";
import { digestOf } from "../seal.ts";

/** What clients and existing profiles are known by: digests under a key of the panel's, for names of strangers are not ours to keep. */
export type ExistingDigests = {
  /** Empty: it has no name, and is held against nobody. */
  ofName(entityType: EntityType, name: string): string;
  ofTag(tag: string): string;
  /** Of all that decides about a match: another one, and the client is compared again. */
  ofCompared(entity: Entity): string;
};

/** A chunk has a hundred thousand clients: one plain hash each, behind a key that is derived once. */
export function existingDigests(secret: string): ExistingDigests {
  const key = digestOf("", secret, "know existing profiles again");
  const digest = (text: string) => hash("sha256", `${key}\n${text}`, "base64url");
  return {
    ofName(entityType, name) {
      const nameKey = nameKeyOf(entityType, name);
      return nameKey === "" ? "" : digest(nameKey);
    },
    ofTag: digest,
    ofCompared: (entity) => digest(comparedTextOf(entity)),
  };
}

import type { Account } from "./account.ts";

/** Who does something: a program with a key, a person in the portal, or the account's own policy. */
export type Actor =
  | { kind: "key"; name: string }
  | { kind: "person"; id: string; name: string; email: string }
  | { kind: "policy" };

export const POLICY: Actor = { kind: "policy" };

export function keyOf(account: Account): Actor {
  return { kind: "key", name: account.keyName };
}

/** The two fields by which a webhook says who did it (API contract §8.2). */
export function whoDidIt(actor: Actor): {
  apikey: { name: string } | null;
  user: { id: string; name: string; email: string } | null;
} {
  return {
    apikey: actor.kind === "key" ? { name: actor.name } : null,
    user: actor.kind === "person" ? { id: actor.id, name: actor.name, email: actor.email } : null,
  };
}

export function nameOf(actor: Actor): string {
  return actor.kind === "policy" ? "Policy" : actor.name;
}

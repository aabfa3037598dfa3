import type { ReplyOf } from "#lib/contracts/contract.ts";
import type { readMe } from "#lib/contracts/people.ts";

/** Where somebody belongs: the set-up while there are no people, the sign-in without a session, else the panel. */
export function placeOf(me: Pick<ReplyOf<typeof readMe>, "person" | "setUpNeeded">): "set-up" | "sign-in" | "panel" {
  if (me.setUpNeeded) return "set-up";
  return me.person ? "panel" : "sign-in";
}

import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import type { World } from "../world.ts";
import { refused } from "./refused.ts";

/**
 * The key alone decides the account: header of any case, or query parameter (API contract §1.2). An account may have
 * several, so that each system that calls shows under its own name.
 */
export function authenticate(
  world: World,
  header: string | undefined,
  query: string | undefined,
): { account: Account; actor: Actor } {
  const sent = header || query;
  if (!sent) throw refused(401, 203, "The API key is missing: send it in the header apikey.");
  for (const account of world.accounts) {
    const known = account.keys.find(({ key }) => key === sent);
    if (known) return { account, actor: { kind: "key", name: known.name } };
  }
  throw refused(401, 204, "The API key is not valid.");
}

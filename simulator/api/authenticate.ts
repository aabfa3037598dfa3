import type { Account } from "../account.ts";
import type { World } from "../world.ts";
import { refused } from "./refused.ts";

/** The key alone decides the account: header of any case, or query parameter (API contract §1.2). */
export function authenticate(world: World, header: string | undefined, query: string | undefined): Account {
  const key = header || query;
  if (!key) throw refused(401, 203, "The API key is missing: send it in the header apikey.");
  const account = world.accounts.find((one) => one.key === key);
  if (!account) throw refused(401, 204, "The API key is not valid.");
  return account;
}

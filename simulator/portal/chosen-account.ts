import type { Account } from "../account.ts";
import { notFound } from "../api/refused.ts";
import { accountNamed, type World } from "../world.ts";

/** The account an address names by key or mode; the first one when it names none. */
export function chosenAccount(world: World, name: string | undefined): Account {
  const account = name === undefined ? world.accounts[0] : accountNamed(world, name);
  if (!account) throw notFound("The account");
  return account;
}

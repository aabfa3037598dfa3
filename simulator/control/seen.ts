import type { Account } from "../account.ts";
import { displayNameOf } from "../profile/display-name.ts";
import { customerRefOf, isAssociate } from "../profile/profile.ts";
import type { World } from "../world.ts";

/** What one account has seen: the figures by which a migration is judged from outside. */
export function stateOf(world: World, account: Account) {
  const timesByRef = new Map<string, number>();
  let associates = 0;
  for (const profile of account.profiles.values()) {
    if (isAssociate(profile)) associates += 1;
    const reference = customerRefOf(profile);
    if (reference !== null) timesByRef.set(reference, (timesByRef.get(reference) ?? 0) + 1);
  }
  const duplicateCustomerRefs = [...timesByRef].filter(([, times]) => times > 1).map(([reference]) => reference);
  return {
    account: account.key,
    mode: account.mode,
    institution: account.institution.name,
    profiles: account.profiles.size,
    associates,
    customerRefs: timesByRef.size,
    duplicateCustomerRefs,
    ...world.journal.totals(account.key),
  };
}

export function listProfiles(accounts: Account[], limit: number) {
  const all = accounts.flatMap((account) => [...account.profiles.values()].map((profile) => ({ account, profile })));
  const profiles = all.slice(0, Number.isFinite(limit) ? Math.max(0, limit) : 100).map(({ account, profile }) => ({
    account: account.key,
    id: profile.id,
    role: profile.role,
    customer_ref: customerRefOf(profile),
    display_name: displayNameOf(profile.collectedData),
    tags: profile.tags,
    applications: profile.applications.map((application) => ({
      id: application.id,
      product: account.products.find((product) => product.id === application.productId)?.alias ?? null,
      status: application.status,
    })),
  }));
  return { count: all.length, profiles };
}

import type { Account } from "../account.ts";
import { linkedRoles } from "./linked-roles.ts";
import type { Profile } from "./profile.ts";

/** The company at the top; once an associate has been linked, for ever (API contract §4.1). */
export function rootOf(company: Profile): string {
  return company.rootId ?? company.id;
}

/** Ids of every company above, whichever way up. */
export function ancestorsOf(account: Account, profile: Profile): Set<string> {
  const above = new Set<string>();
  const waiting = [...profile.linkedTo];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (above.has(id)) continue;
    above.add(id);
    waiting.push(...(account.profiles.get(id)?.linkedTo ?? []));
  }
  return above;
}

/** Levels above by the longest way; 0 for a customer. There are no circles, so this ends. */
export function depthOf(account: Account, profile: Profile): number {
  const parents = profile.linkedTo.flatMap((id) => account.profiles.get(id) ?? []);
  return parents.length === 0 ? 0 : 1 + Math.max(...parents.map((parent) => depthOf(account, parent)));
}

/** Levels below by the longest way; 0 without associates. */
export function heightOf(account: Account, profile: Profile): number {
  const children = childrenOf(account, profile);
  return children.length === 0 ? 0 : 1 + Math.max(...children.map((child) => heightOf(account, child)));
}

/** Gives the profile and all below it their root, when a whole branch is linked. */
export function setRoot(account: Account, profile: Profile, rootId: string): void {
  profile.rootId = rootId;
  for (const child of childrenOf(account, profile)) setRoot(account, child, rootId);
}

function childrenOf(account: Account, profile: Profile): Profile[] {
  return [...linkedRoles(profile.collectedData).keys()].flatMap((id) => {
    const child = account.profiles.get(id);
    return child?.linkedTo.includes(profile.id) ? [child] : [];
  });
}

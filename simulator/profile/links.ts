import type { Account, Product } from "../account.ts";
import { type Actor, POLICY } from "../actor.ts";
import { isOpen } from "../application/application.ts";
import { apply } from "../application/apply.ts";
import { decide } from "../application/decide.ts";
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import { rootOf, setRoot } from "./family.ts";
import { linkedRoles, linkedVariantIds } from "./linked-roles.ts";
import { isAssociate, type Profile } from "./profile.ts";

/** Makes the associates agree with the company's lists: new ones get an application, removed ones lose theirs. */
export function followLinks(world: World, account: Account, company: Profile, before: Set<string>, actor: Actor): void {
  const rolesById = linkedRoles(company.collectedData);
  for (const [id, roles] of rolesById) {
    const associate = account.profiles.get(id);
    if (associate && isAssociate(associate) && !before.has(id)) link(world, account, company, associate, roles, actor);
  }
  for (const id of before) {
    const associate = account.profiles.get(id);
    if (associate && !rolesById.has(id)) unlink(world, account, company, associate, actor);
  }
}

function link(
  world: World,
  account: Account,
  company: Profile,
  associate: Profile,
  roles: string[],
  actor: Actor,
): void {
  associate.linkedTo.push(company.id);
  setRoot(account, associate, rootOf(company));
  const variantIds = linkedVariantIds(company.collectedData, associate.id);
  for (const product of productsFor(account, associate, variantIds)) {
    const isThere = associate.applications.some((one) => one.productId === product.id && isOpen(one));
    const role = world.settings.associatedRoleByList ? roles : [];
    if (!isThere) apply(world, account, associate, product, actor, role);
  }
  recordAudit(world, associate, actor, "linked-profile", { company_id: company.id });
}

/** Takes an associate out of one company; when none is left, its applications are rejected or cancelled. */
export function unlink(world: World, account: Account, company: Profile, associate: Profile, actor: Actor): void {
  associate.linkedTo = associate.linkedTo.filter((id) => id !== company.id);
  recordAudit(world, associate, actor, "unlinked-profile", { company_id: company.id });
  if (associate.linkedTo.length > 0) return;
  for (const application of associate.applications.filter(isOpen)) {
    const to = application.status === "APPLIED" ? "REJECTED" : "CANCELLED";
    decide(world, account, associate, application, to, POLICY);
  }
}

/** The products that the company's task variants name for associates, or else the account's own one. */
function productsFor(account: Account, associate: Profile, variantIds: string[]): Product[] {
  const entityType = associate.collectedData.entity_type;
  const named = account.variants
    .filter((variant) => variantIds.includes(variant.id))
    .flatMap((variant) => variant.associateProducts?.[entityType] ?? []);
  const aliases = new Set(named);
  if (aliases.size > 0) return account.products.filter((product) => aliases.has(product.alias));
  return account.products.filter((one) => one.forAssociates && one.entityType === entityType).slice(0, 1);
}

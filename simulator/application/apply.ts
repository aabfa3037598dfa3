import type { Account, Product } from "../account.ts";
import { type Actor, POLICY } from "../actor.ts";
import { invalid } from "../api/refused.ts";
import { dateTime } from "../clock.ts";
import { addTask } from "../profile/add-task.ts";
import { recordAudit } from "../profile/audit.ts";
import type { Profile } from "../profile/profile.ts";
import { runCheck } from "../profile/run-check.ts";
import type { World } from "../world.ts";
import type { Application } from "./application.ts";
import { startAutomation } from "./automate.ts";
import { noteFlag } from "./note-flag.ts";

export type ProductWish = { alias?: string | undefined; id?: string | undefined };

/** Alias is preferred, id allowed (API contract §5.1). */
export function findProduct(account: Account, wish: ProductWish): Product | undefined {
  return account.products.find((candidate) =>
    wish.alias === undefined ? candidate.id === wish.id : candidate.alias === wish.alias,
  );
}

/** Finds the product a caller means; the refusals are inferred. */
export function productWished(account: Account, wish: ProductWish, entityType: string, field: string): Product {
  const product = findProduct(account, wish);
  if (!product) {
    throw invalid(
      `There is no product with ${wish.alias === undefined ? "this id" : `the alias "${wish.alias}"`} in this account; aliases are set in the policy builder.`,
      field,
    );
  }
  if (product.entityType !== entityType) {
    const takes = product.entityType === "COMPANY" ? "companies" : "individuals";
    throw invalid(`The product "${product.alias}" is for ${takes} only.`, field);
  }
  return product;
}

/** Makes one application, with the tasks of its product that the profile does not have yet. */
export function apply(
  world: World,
  account: Account,
  profile: Profile,
  product: Product,
  actor: Actor,
  roles: string[] = [],
): Application {
  const now = world.clock.now();
  const application: Application = {
    id: world.newId(),
    productId: product.id,
    status: "APPLIED",
    associatedRoles: roles,
    history: [{ status: "APPLIED", date: dateTime(now), decisioner: null, comment: null }],
    flagHistory: [],
    hidden: false,
    automatingUntil: now + world.settings.decisionDelayMs,
  };
  profile.applications.push(application);
  for (const variant of product.tasks) {
    const isThere = profile.tasks.some((task) => task.variantId === variant.id && !task.isExpired);
    if (!isThere) addTask(world, account, profile, variant, { isExtra: false }, actor);
  }
  noteFlag(world, account, profile, application);
  recordAudit(world, profile, actor, "added-product", { product: product.alias, application_id: application.id });
  for (const checkType of product.automaticChecks) {
    runCheck(world, account, profile, { checkType, taskIds: undefined, isAsync: true }, POLICY);
  }
  startAutomation(world, account, profile, application);
  return application;
}

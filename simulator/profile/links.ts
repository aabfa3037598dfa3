import type { Account } from "../account.ts";
import { type Actor, POLICY } from "../actor.ts";
import { invalid, notFound, refused } from "../api/refused.ts";
import { isOpen } from "../application/application.ts";
import { apply } from "../application/apply.ts";
import { decide } from "../application/decide.ts";
import type { CollectedData } from "../validate/collected-data.ts";
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import { entriesOf } from "./link-lists.ts";
import { linkedRoles } from "./linked-roles.ts";
import { isAssociate, type Profile } from "./profile.ts";

const DEPTH_MAX = 10;

const TAKES_ASSOCIATES = new Set([
  "COMPANY_IDENTIFY_OFFICERS",
  "COMPANY_IDENTIFY_BENEFICIAL_OWNERS",
  "COMPANY_IDENTIFY_TRUSTEES",
  "COMPANY_IDENTIFY_AUTHORIZED_PERSONS",
  "COMPANY_ASSESS_OWNERSHIP",
]);

/** Refuses links that break the rules of API contract §12, 17 to 19. Changes nothing. */
export function checkLinks(account: Account, company: Profile, data: CollectedData): void {
  const variantIds = new Set(
    company.tasks.filter((task) => TAKES_ASSOCIATES.has(task.type)).map((task) => task.variantId),
  );
  for (const { path, entry } of entriesOf(data)) {
    if (!entry.linked_profile) continue;
    const associate = account.profiles.get(entry.linked_profile.id);
    if (!associate) throw invalid("The linked profile does not exist.", `${path}.linked_profile.id`);
    if (!isAssociate(associate)) throw invalid("The linked profile is not an associate.", `${path}.linked_profile.id`);
    if (associate.collectedData.entity_type !== entry.entity_type) {
      throw invalid("The entity type is not that of the linked profile.", `${path}.entity_type`);
    }
    const stranger = entry.task_variant_ids?.find((id) => !variantIds.has(id));
    if (stranger) {
      throw invalid("A task variant id is not of an associate task on this company.", `${path}.task_variant_ids`);
    }
    if (associate.rootId && associate.rootId !== rootOf(company)) {
      throw refused(409, 105, "An associate cannot be moved to another company.", {
        field: `${path}.linked_profile.id`,
      });
    }
    if (depthOf(account, company) >= DEPTH_MAX) {
      throw refused(409, 105, `Associates can be nested ${DEPTH_MAX} levels deep at most.`, { field: path });
    }
  }
}

/** Makes the associates agree with the company's lists: new ones get an application, removed ones lose theirs. */
export function followLinks(world: World, account: Account, company: Profile, before: Set<string>, actor: Actor): void {
  const rolesById = linkedRoles(company.collectedData);
  for (const [id, roles] of rolesById) {
    const associate = account.profiles.get(id);
    if (!associate || before.has(id)) continue;
    associate.linkedTo = company.id;
    associate.rootId = rootOf(company);
    const entityType = associate.collectedData.entity_type;
    const product = account.products.find((one) => one.forAssociates && one.entityType === entityType);
    if (product) apply(world, account, associate, product, actor, roles);
    recordAudit(world, associate, actor, "linked-profile", { company_id: company.id });
  }
  for (const id of before) {
    const associate = account.profiles.get(id);
    if (!associate || rolesById.has(id)) continue;
    associate.linkedTo = null;
    for (const application of associate.applications.filter(isOpen)) {
      decide(
        world,
        account,
        associate,
        application,
        application.status === "APPLIED" ? "REJECTED" : "CANCELLED",
        POLICY,
      );
    }
    recordAudit(world, associate, actor, "unlinked-profile", { company_id: company.id });
  }
}

function rootOf(company: Profile): string {
  return company.rootId ?? company.id;
}

function depthOf(account: Account, company: Profile): number {
  let depth = 0;
  for (let above = company.linkedTo; above && depth <= DEPTH_MAX; depth += 1) {
    above = (account.profiles.get(above) ?? raise()).linkedTo;
  }
  return depth;
}

function raise(): never {
  throw notFound("The parent company");
}

import type { Account } from "../account.ts";
import { invalid, type Refused, refused } from "../api/refused.ts";
import type { CollectedData } from "../validate/collected-data.ts";
import type { World } from "../world.ts";
import { ancestorsOf, depthOf, heightOf, rootOf } from "./family.ts";
import { entriesOf, type LinkedEntry } from "./link-lists.ts";
import { isAssociate, type Profile } from "./profile.ts";

const DEPTH_MAX = 10;

const TAKES_ASSOCIATES = new Set([
  "COMPANY_IDENTIFY_OFFICERS",
  "COMPANY_IDENTIFY_BENEFICIAL_OWNERS",
  "COMPANY_IDENTIFY_TRUSTEES",
  "COMPANY_IDENTIFY_AUTHORIZED_PERSONS",
  "COMPANY_ASSESS_OWNERSHIP",
]);

/** Of these task variants those that take associates (API contract §4.1). */
export function associateVariantIds(variants: { id: string; type: string }[]): Set<string> {
  return new Set(variants.filter(({ type }) => TAKES_ASSOCIATES.has(type)).map(({ id }) => id));
}

/** Refuses links that break the rules of API contract §12, 17 to 19. Changes nothing. */
export function checkLinks(
  world: World,
  account: Account,
  company: Profile,
  data: CollectedData,
  variantIds = associateVariantIds(company.tasks.map(({ variantId, type }) => ({ id: variantId, type }))),
): void {
  const { wrongLinks, foreignTaskVariants } = world.settings;
  for (const linked of entriesOf(data)) {
    if (!linked.entry.linked_profile) continue;
    const associate = account.profiles.get(linked.entry.linked_profile.id);
    if (wrongLinks === "refuse") checkTarget(associate, linked);
    if (foreignTaskVariants === "refuse" && linked.entry.task_variant_ids?.some((id) => !variantIds.has(id))) {
      throw invalid(
        "A task variant id is not of an associate task on this company.",
        `${linked.path}.task_variant_ids`,
      );
    }
    if (associate && isAssociate(associate)) checkFamily(world, account, company, associate, linked.path);
  }
}

function checkTarget(associate: Profile | undefined, { path, entry }: LinkedEntry): void {
  const field = `${path}.linked_profile.id`;
  if (!associate) throw invalid("The linked profile does not exist.", field);
  if (!isAssociate(associate)) throw invalid("The linked profile is not an associate.", field);
  if (associate.collectedData.entity_type !== entry.entity_type) {
    throw invalid("The entity type is not that of the linked profile.", `${path}.entity_type`);
  }
}

/** One company at the top for ever, no circles, ten levels. */
function checkFamily(world: World, account: Account, company: Profile, associate: Profile, path: string): void {
  const field = `${path}.linked_profile.id`;
  const refuse = (message: string): Refused =>
    world.settings.linkRefusalCode === 201 ? invalid(message, field) : refused(409, 105, message, { field });
  if (associate.rootId && associate.rootId !== rootOf(company))
    throw refuse("An associate cannot be moved to another company.");
  if (associate === company || ancestorsOf(account, company).has(associate.id))
    throw refuse("A company cannot be an associate of itself or of its own associates.");
  if (depthOf(account, company) + 1 + heightOf(account, associate) > DEPTH_MAX)
    throw refuse(`Associates can be nested ${DEPTH_MAX} levels deep at most.`);
}

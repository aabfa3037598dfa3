import { z } from "zod";
import { type Account, countCreate, type Product } from "../account.ts";
import { type Actor, keyOf } from "../actor.ts";
import { invalid, refused } from "../api/refused.ts";
import { apply, findProduct, productWished } from "../application/apply.ts";
import { parseBody } from "../validate/parse.ts";
import { oneOf, uuid } from "../validate/scalars.ts";
import vocabulary from "../validate/vocabulary.json" with { type: "json" };
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import { associateVariantIds, checkLinks } from "./check-links.ts";
import { emptyProfile } from "./empty-profile.ts";
import { followLinks } from "./links.ts";
import { customerRefOf, isAssociate, type Profile } from "./profile.ts";
import { noteInIndex } from "./search.ts";
import { asKept, readData } from "./store-data.ts";

export const applicationWish = z.looseObject({
  product: z
    .looseObject({ alias: z.string().optional(), id: uuid.optional() })
    .refine((product) => product.alias !== undefined || product.id !== undefined, { error: "needs an alias or an id" }),
  associated_role: z.enum(vocabulary.AssociatedRole, { error: "must be an associated role" }).optional(),
});

const createRequest = z.looseObject({
  role: oneOf(["INDIVIDUAL_CUSTOMER", "COMPANY_CUSTOMER", "INDIVIDUAL_ASSOCIATED", "COMPANY_ASSOCIATED"]),
  collected_data: z.unknown().refine((data) => data !== undefined, { error: "is required" }),
  applications: z.array(applicationWish).optional(),
});

/**
 * Makes a profile. There is no idempotency key and, unless the switch `sameReference` says otherwise, no unique
 * reference: the same request twice makes two profiles (API contract §0 fact 3). A refusal makes none.
 */
export function createProfile(world: World, account: Account, body: unknown, actor: Actor = keyOf(account)): Profile {
  const { role, collected_data, applications } = parseBody(createRequest, body);
  const data = readData(world, collected_data, ["collected_data"]);
  if (world.settings.roleMustAgree && !role.startsWith(data.entity_type)) {
    throw invalid(`role ${role} does not agree with collected_data.entity_type ${data.entity_type}.`, "role");
  }
  if (data.documents?.length) {
    throw invalid("Documents can be added once their images are uploaded.", "collected_data.documents");
  }
  const profile = emptyProfile(world, role, data);
  refuseSameReference(world, account, profile);
  const chosen = chosenProducts(world, account, profile, applications);
  const variants = chosen.flatMap(({ product }) => product.tasks);
  checkLinks(world, account, profile, data, associateVariantIds(variants));

  account.profiles.set(profile.id, profile);
  countCreate(account, customerRefOf(profile));
  profile.collectedData = asKept(world, data);
  recordAudit(world, profile, actor, "created-profile", { role });
  for (const { product, roles } of chosen) apply(world, account, profile, product, actor, roles);
  followLinks(world, account, profile, new Set(), actor);
  noteInIndex(world, profile);
  world.changed();
  return profile;
}

function refuseSameReference(world: World, account: Account, profile: Profile): void {
  const reference = customerRefOf(profile);
  if (world.settings.sameReference === "allow" || reference === null) return;
  for (const other of account.profiles.values()) {
    if (customerRefOf(other) === reference)
      throw refused(409, 202, "There is a profile with this customer_ref already.", {
        field: "collected_data.customer_ref",
      });
  }
}

type Chosen = { product: Product; roles: string[] };

/** The products named; or, when nothing is named, those that apply by themselves (API contract §3.1). */
function chosenProducts(
  world: World,
  account: Account,
  profile: Profile,
  wishes: z.infer<typeof createRequest>["applications"],
): Chosen[] {
  const { emptyApplicationsAutoApply, associatesAutoApply, unknownProduct } = world.settings;
  const entityType = profile.collectedData.entity_type;
  if (wishes === undefined || (wishes.length === 0 && emptyApplicationsAutoApply)) {
    if (isAssociate(profile) && !associatesAutoApply) return [];
    const automatic = account.products.filter((one) => one.autoApply && one.entityType === entityType);
    return automatic.map((product) => ({ product, roles: [] }));
  }
  return wishes.flatMap((wish, index) => {
    if (unknownProduct === "ignore" && !findProduct(account, wish.product)) return [];
    const product = productWished(account, wish.product, entityType, `applications.${index}.product`);
    return [{ product, roles: wish.associated_role ? [wish.associated_role] : [] }];
  });
}

import { z } from "zod";
import type { Account, Product } from "../account.ts";
import { keyOf } from "../actor.ts";
import { invalid } from "../api/refused.ts";
import { apply, productWished } from "../application/apply.ts";
import { parseBody } from "../validate/parse.ts";
import { oneOf, uuid } from "../validate/scalars.ts";
import vocabulary from "../validate/vocabulary.json" with { type: "json" };
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import { checkLinks, followLinks } from "./links.ts";
import { isAssociate, type Profile } from "./profile.ts";
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
 * Makes a profile. There is no idempotency key and no unique reference: the same request twice makes two profiles
 * (API contract §0 fact 3). A refusal makes none.
 */
export function createProfile(world: World, account: Account, body: unknown): Profile {
  const { role, collected_data, applications } = parseBody(createRequest, body);
  const data = readData(world, collected_data, ["collected_data"]);
  if (!role.startsWith(data.entity_type)) {
    throw invalid(`role ${role} does not agree with collected_data.entity_type ${data.entity_type}.`, "role");
  }
  if (data.documents?.length) {
    throw invalid("Documents can be added once their images are uploaded.", "collected_data.documents");
  }
  const now = world.clock.now();
  const actor = keyOf(account);
  const profile: Profile = {
    id: world.newId(),
    role,
    status: "NORMAL",
    createdAt: now,
    modifiedAt: now,
    collectedData: data,
    version: now,
    applications: [],
    tasks: [],
    tags: [],
    checks: [],
    files: [],
    images: [],
    audit: [],
    linkedTo: null,
    rootId: null,
    index: [],
  };
  const wishes = applications ?? [];
  const explicit = wishes.map((wish, index) => {
    const field = `applications.${index}.product`;
    return {
      product: productWished(account, wish.product, data.entity_type, field),
      roles: wish.associated_role ? [wish.associated_role] : [],
    };
  });
  const isSilent =
    applications === undefined || (applications.length === 0 && world.settings.emptyApplicationsAutoApply);
  const chosen = isSilent
    ? automaticProducts(world, account, profile).map((product) => ({ product, roles: [] }))
    : explicit;
  for (const { product, roles } of chosen) apply(world, account, profile, product, actor, roles);
  checkLinks(account, profile, data);
  profile.collectedData = asKept(world, data);
  recordAudit(world, profile, actor, "created-profile", { role });
  account.profiles.set(profile.id, profile);
  followLinks(world, account, profile, new Set(), actor);
  noteInIndex(world, profile);
  world.changed();
  return profile;
}

function automaticProducts(world: World, account: Account, profile: Profile): Product[] {
  if (isAssociate(profile) && !world.settings.associatesAutoApply) return [];
  return account.products.filter((one) => one.autoApply && one.entityType === profile.collectedData.entity_type);
}

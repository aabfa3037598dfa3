import type { Account } from "../account.ts";
import { type Actor, keyOf } from "../actor.ts";
import { invalid } from "../api/refused.ts";
import { refuseImpossibleDates } from "../validate/calendar.ts";
import { type CollectedData, collectedData } from "../validate/collected-data.ts";
import { parseBody } from "../validate/parse.ts";
import { sendDataUpdated } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import { structureAddresses } from "./address.ts";
import { recordAudit } from "./audit.ts";
import { checkLinks } from "./check-links.ts";
import { followData } from "./collection-steps.ts";
import { touch } from "./etag.ts";
import { mapEntries } from "./link-lists.ts";
import { linkedRoles } from "./linked-roles.ts";
import { followLinks } from "./links.ts";
import type { Profile } from "./profile.ts";
import { noteInIndex } from "./search.ts";

/** Reads collected data from a request: the shape, and the rules that look at the whole of it. */
export function readData(world: World, body: unknown, at: string[] = []): CollectedData {
  const data = parseBody(collectedData, body, at);
  if (world.settings.datesOnCalendar) refuseImpossibleDates(data, at);
  if (data.entity_type === "COMPANY" && world.settings.requireStates) {
    const { country_of_incorporation: country, state_of_incorporation: state } = data.metadata ?? {};
    if ((country === "USA" || country === "CAN") && !state) {
      const field = [...at, "metadata", "state_of_incorporation"].join(".");
      throw invalid(`${field} is required for companies in ${country}.`, field);
    }
  }
  return data;
}

/** Replaces the profile's data, never merges (API contract §9). Refusals leave everything as it was. */
export function replaceData(
  world: World,
  account: Account,
  profile: Profile,
  data: CollectedData,
  actor: Actor = keyOf(account),
): void {
  if (data.entity_type !== profile.collectedData.entity_type) {
    throw invalid("entity_type cannot be changed.", "entity_type");
  }
  checkImages(profile, data);
  checkLinks(world, account, profile, data);
  const before = profile.collectedData;
  profile.collectedData = asKept(world, data);
  touch(profile, world.clock.now());
  followLinks(world, account, profile, new Set(linkedRoles(before).keys()), actor);
  recordAudit(world, profile, actor, "replace-collected-data", {});
  noteInIndex(world, profile);
  sendDataUpdated(world, account, profile, actor, before);
  followData(world, account, profile, actor);
  world.changed();
}

/** What is kept of a request's data: structured addresses, links by id only, ids for what has none yet. */
export function asKept(world: World, data: CollectedData): CollectedData {
  const kept = structureAddresses(data, world.settings.addressOrder);
  if (kept.documents) kept.documents = kept.documents.map((one) => ({ ...one, id: one.id ?? world.newId() }));
  if (kept.entity_type !== "COMPANY") return kept;
  return mapEntries(kept, (entry) => ({
    ...entry,
    resolver_id: entry.resolver_id ?? world.newId(),
    ...(entry.linked_profile
      ? {
          linked_profile: { id: entry.linked_profile.id },
          merged_resolver_ids: entry.merged_resolver_ids ?? [],
          task_variant_ids: entry.task_variant_ids ?? [],
          unverified_task_variant_ids: [],
        }
      : {}),
  }));
}

/** Documents may only name images that were uploaded to this profile. */
function checkImages(profile: Profile, data: CollectedData): void {
  const known = new Set(profile.images.map((image) => image.id));
  (data.documents ?? []).forEach((document, index) => {
    const stranger = document.images.some((image) => !known.has(image.id));
    if (stranger)
      throw invalid("An image id is not of an image uploaded to this profile.", `documents.${index}.images`);
  });
}

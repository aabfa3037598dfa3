import type { Account } from "../account.ts";
import { showApplication } from "../application/show-application.ts";
import { dateTime } from "../clock.ts";
import type { World } from "../world.ts";
import { displayNameOf } from "./display-name.ts";
import { linkedRoles } from "./linked-roles.ts";
import type { Profile } from "./profile.ts";
import { showCheck } from "./show-check.ts";
import { showData } from "./show-data.ts";
import { showImage } from "./show-image.ts";
import { showMinimalProfile } from "./show-minimal-profile.ts";
import { showTask } from "./show-task.ts";

/** The full profile; API contract §3.1. */
export function showProfile(world: World, account: Account, profile: Profile) {
  return {
    ...showMinimalProfile(world, account, profile),
    collected_data: showData(world, account, profile),
    verified_data: { entity_type: profile.collectedData.entity_type },
    applications: profile.applications
      .filter((one) => !one.hidden)
      .map((one) => showApplication(account, profile, one)),
    tasks: profile.tasks.map((task) => showTask(account, task)),
    task_types: taskTypesOf(world, profile),
    checks: profile.checks.map(showCheck),
    collection_steps: [],
    events: [],
    document_images: profile.images.map(showImage),
    risk: {},
    linked_to: linkedTo(account, profile),
    last_modified_date: dateTime(profile.modifiedAt),
  };
}

function taskTypesOf(world: World, profile: Profile): string[] {
  const types = [...new Set(profile.tasks.map((task) => task.type))];
  return world.settings.unknownEnumValues
    ? [...types, `${profile.collectedData.entity_type}_ASSESS_DIGITAL_FOOTPRINT`]
    : types;
}

function linkedTo(account: Account, profile: Profile) {
  const company = profile.linkedTo ? account.profiles.get(profile.linkedTo) : undefined;
  if (!company) return [];
  const roles = linkedRoles(company.collectedData).get(profile.id) ?? [];
  return [
    { profile: { id: company.id, display_name: displayNameOf(company.collectedData), role: company.role }, roles },
  ];
}

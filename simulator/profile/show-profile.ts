import type { Account } from "../account.ts";
import { showApplication } from "../application/show-application.ts";
import { dateTime } from "../clock.ts";
import type { World } from "../world.ts";
import { displayNameOf } from "./display-name.ts";
import { linkedRoles } from "./linked-roles.ts";
import type { Profile } from "./profile.ts";
import { showCheck } from "./show-check.ts";
import { showData } from "./show-data.ts";
import { showEvent } from "./show-event.ts";
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
    tasks: profile.tasks.map((task) => showTask(world, account, task)),
    task_types: [...new Set(profile.tasks.map((task) => task.type))],
    checks: profile.checks.map(showCheck),
    collection_steps: profile.collectionSteps,
    events: profile.events.map(showEvent),
    document_images: profile.images.map(showImage),
    risk: world.settings.riskAs === "empty" ? {} : RISK,
    linked_to: linkedTo(account, profile),
    last_modified_date: dateTime(profile.modifiedAt),
  };
}

/** There is no risk module; this is what a profile without risk looks like in the published schema. */
const RISK = {
  components: [],
  missing_required_components: [],
  is_pending: false,
  overall_risk: { score: 0, category: "LOW" },
};

function linkedTo(account: Account, profile: Profile) {
  return profile.linkedTo.flatMap((id) => {
    const company = account.profiles.get(id);
    if (!company) return [];
    const roles = linkedRoles(company.collectedData).get(profile.id) ?? [];
    return [
      { profile: { id: company.id, display_name: displayNameOf(company.collectedData), role: company.role }, roles },
    ];
  });
}

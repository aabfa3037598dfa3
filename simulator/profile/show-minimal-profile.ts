import type { Account } from "../account.ts";
import { categoryOf } from "../application/category.ts";
import { dateTime } from "../clock.ts";
import type { World } from "../world.ts";
import { displayNameOf } from "./display-name.ts";
import { linkedRoles } from "./linked-roles.ts";
import type { Profile } from "./profile.ts";

/** What search results hold. `record_origin` stands for the fields that Passfort may add at any time. */
export function showMinimalProfile(world: World, account: Account, profile: Profile) {
  const complete = profile.tasks.filter((task) => task.state === "COMPLETED_PASS").length;
  return {
    id: profile.id,
    role: profile.role,
    display_name: displayNameOf(profile.collectedData),
    category: world.settings.unknownEnumValues ? "DORMANT_CUSTOMER" : categoryOf(profile),
    status: profile.status,
    creation_date: dateTime(profile.createdAt),
    tags: profile.tags.flatMap((name) => account.tagsByName.get(name) ?? []),
    task_progress: { completed_count: complete, total_count: profile.tasks.length },
    has_associates: linkedRoles(profile.collectedData).size > 0,
    has_collection_steps: false,
    unresolved_event_types: [],
    record_origin: "API",
  };
}

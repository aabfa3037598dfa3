import type { Account } from "../account.ts";
import { categoryOf } from "../application/category.ts";
import { dateTime } from "../clock.ts";
import type { World } from "../world.ts";
import { displayNameOf } from "./display-name.ts";
import { linkedRoles } from "./linked-roles.ts";
import type { Profile } from "./profile.ts";
import { tagOn } from "./tag.ts";

/** What search results hold. `record_origin` stands for the fields that Passfort may add at any time. */
export function showMinimalProfile(world: World, account: Account, profile: Profile) {
  const current = profile.tasks.filter((task) => !task.isExpired);
  const complete = current.filter((task) => task.state === "COMPLETED_PASS").length;
  const unresolved = profile.events.filter((event) => event.resolution === "UNRESOLVED");
  return {
    id: profile.id,
    role: profile.role,
    display_name: displayNameOf(profile.collectedData),
    category: categoryOf(profile, world.settings.categories),
    status: profile.status,
    creation_date: dateTime(profile.createdAt),
    tags: profile.tags.map((name) => tagOn(world, account, profile, name)),
    task_progress: { completed_count: complete, total_count: current.length },
    has_associates: linkedRoles(profile.collectedData).size > 0,
    has_collection_steps: profile.collectionSteps.length > 0,
    unresolved_event_types: [...new Set(unresolved.map((event) => event.data.event_type))],
    record_origin: "API",
  };
}

import type { Account } from "../account.ts";
import type { LinkEntry } from "../validate/link-entry.ts";
import type { World } from "../world.ts";
import { mapEntries } from "./link-lists.ts";
import type { Profile } from "./profile.ts";
import { showMinimalProfile } from "./show-minimal-profile.ts";
import { showTask } from "./show-task.ts";

/** Collected data as read: links come back expanded (API contract §4.2). */
export function showData(world: World, account: Account, profile: Profile) {
  const data = profile.collectedData;
  return data.entity_type === "COMPANY" ? mapEntries(data, (entry) => expanded(world, account, entry)) : data;
}

function expanded(world: World, account: Account, entry: LinkEntry): LinkEntry {
  const associate = entry.linked_profile && account.profiles.get(entry.linked_profile.id);
  if (!associate) return entry;
  return {
    ...entry,
    linked_profile: {
      ...showMinimalProfile(world, account, associate),
      collected_data: associate.collectedData,
      tasks: associate.tasks.map((task) => showTask(world, account, task)),
    },
  };
}

import type { CollectedData } from "../validate/collected-data.ts";
import type { World } from "../world.ts";
import type { Profile, Role } from "./profile.ts";

/** A profile of which nothing is known but its data; it belongs to no account yet. */
export function emptyProfile(world: World, role: Role, collectedData: CollectedData): Profile {
  const now = world.clock.now();
  return {
    id: world.newId(),
    role,
    status: "NORMAL",
    createdAt: now,
    modifiedAt: now,
    collectedData,
    version: now,
    applications: [],
    tasks: [],
    tags: [],
    checks: [],
    files: [],
    images: [],
    events: [],
    collectionSteps: [],
    audit: [],
    linkedTo: [],
    rootId: null,
    index: [],
  };
}

import { z } from "zod";
import { deleteProfile } from "../profile/delete-profile.ts";
import type { World } from "../world.ts";
import { personNamed, userSchema } from "./person.ts";
import { profileAnywhere } from "./profile-anywhere.ts";

export const deletionSchema = z.strictObject({ user: userSchema });

/** What only a person in the portal can do; the API then answers 404 (API contract §2.3, §12 rule 35). */
export function deleteAsPerson(world: World, profileId: string, { user }: z.infer<typeof deletionSchema>) {
  const { account, profile } = profileAnywhere(world, profileId);
  deleteProfile(world, account, profile, personNamed(user.name));
  return { deleted: true, id: profile.id };
}

import { z } from "zod";
import { editData } from "../profile/edit-data.ts";
import { etagOf } from "../profile/etag.ts";
import { showData } from "../profile/show-data.ts";
import type { World } from "../world.ts";
import { personNamed, userSchema } from "./person.ts";
import { profileAnywhere } from "./profile-anywhere.ts";

export const editSchema = z.strictObject({
  /** The whole of it: what is not named is gone (API contract §9). */
  collected_data: z.unknown().refine((data) => data !== undefined, { error: "is required" }),
  /** The ETag of the version that the person saw; without it the last writer wins. */
  if_match: z.string().optional(),
  user: userSchema,
});

export type Edit = z.infer<typeof editSchema>;

/** The person in the portal edits the collected data. Answers with the data and ETag as they are afterwards. */
export function editAsPerson(world: World, profileId: string, { collected_data, if_match, user }: Edit) {
  const { account, profile } = profileAnywhere(world, profileId);
  const outcome = editData(world, account, profile, collected_data, personNamed(user.name), if_match);
  return { outcome, etag: etagOf(profile), collected_data: showData(world, account, profile) };
}

import { z } from "zod";
import { setProfileStatus } from "../profile/set-status.ts";
import { oneOf } from "../validate/scalars.ts";
import type { World } from "../world.ts";
import { personNamed, userSchema } from "./person.ts";
import { profileAnywhere } from "./profile-anywhere.ts";

export const statusSchema = z.strictObject({ status: oneOf(["NORMAL", "SUSPENDED", "BANNED"]), user: userSchema });

/** The person suspends or bans a profile, or takes that back. */
export function setStatusAsPerson(world: World, profileId: string, { status, user }: z.infer<typeof statusSchema>) {
  const { account, profile } = profileAnywhere(world, profileId);
  setProfileStatus(world, account, profile, status, personNamed(user.name));
  return { status: profile.status };
}

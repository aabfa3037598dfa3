import { z } from "zod";
import { raise } from "../api/operation.ts";
import { makeEvent } from "../profile/make-event.ts";
import { EVENT_TYPES, RESOLUTIONS } from "../profile/monitoring-event.ts";
import { resolveEvents } from "../profile/resolve-event.ts";
import { showEvent } from "../profile/show-event.ts";
import type { World } from "../world.ts";
import { personNamed, userSchema } from "./person.ts";
import { profileAnywhere } from "./profile-anywhere.ts";

export const eventSchema = z.strictObject({
  /** What was found; anything beside the type is kept as it is (API contract §5.4). */
  data: z.looseObject({ event_type: z.enum(EVENT_TYPES) }),
  user: userSchema,
});

export const resolutionSchema = z.strictObject({
  resolution: z.enum(RESOLUTIONS),
  reason: z.string().optional(),
  user: userSchema,
});

/** Ongoing monitoring finds something, because the person says so. A PEP is told as a match, or nothing would show. */
export function raiseAsPerson(world: World, profileId: string, { data, user }: z.infer<typeof eventSchema>) {
  const { account, profile } = profileAnywhere(world, profileId);
  const told = data.event_type === "PEP_FLAG" ? { pep: { match: true }, ...data } : data;
  return showEvent(makeEvent(world, account, profile, told, personNamed(user.name)));
}

/** The person says what an event was. */
export function resolveAsPerson(
  world: World,
  profileId: string,
  eventId: string,
  { resolution, reason, user }: z.infer<typeof resolutionSchema>,
) {
  const { account, profile } = profileAnywhere(world, profileId);
  const event = profile.events.find((one) => one.id === eventId) ?? raise("The event");
  resolveEvents(world, account, profile, [{ event, resolving: { resolution, reason } }], personNamed(user.name));
  return showEvent(event);
}

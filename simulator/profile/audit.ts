import { type Actor, nameOf } from "../actor.ts";
import { dateTime } from "../clock.ts";
import type { World } from "../world.ts";
import type { Profile } from "./profile.ts";

/** Writes one line of the profile's audit trail; `action` is one of the documented action names. */
export function recordAudit(
  world: World,
  profile: Profile,
  actor: Actor,
  action: string,
  detail: Record<string, unknown>,
): void {
  profile.audit.push({ id: world.newId(), action, date: dateTime(world.clock.now()), auditee: nameOf(actor), detail });
}

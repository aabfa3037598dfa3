import { type Actor, nameOf, whoDidIt } from "../actor.ts";
import { dateTime } from "../clock.ts";
import type { World } from "../world.ts";
import type { AuditAction } from "./audit-actions.ts";
import type { Profile } from "./profile.ts";

/** Writes one line of the profile's audit trail; the portal and `GET …/audit-items` show it. */
export function recordAudit(
  world: World,
  profile: Profile,
  actor: Actor,
  action: AuditAction,
  detail: Record<string, unknown>,
): void {
  const now = world.clock.now();
  profile.audit.push({
    id: world.newId(),
    action,
    date: dateTime(now),
    timestamp: Math.floor(now / 1000),
    auditee: nameOf(actor),
    ...whoDidIt(actor),
    detail,
  });
}

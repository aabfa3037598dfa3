import type { Account } from "../account.ts";
import { type Actor, nameOf } from "../actor.ts";
import { dateTime } from "../clock.ts";
import { recordAudit } from "../profile/audit.ts";
import type { Profile } from "../profile/profile.ts";
import { sendStatusChanged } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import type { Application, ApplicationStatus } from "./application.ts";
import { noteFlag } from "./note-flag.ts";

/** The one place where an application's status changes. Whether it may is decided before. */
export function moveApplication(
  world: World,
  account: Account,
  profile: Profile,
  application: Application,
  to: ApplicationStatus,
  actor: Actor,
  comment: string | null = null,
): void {
  const now = world.clock.now();
  application.status = to;
  // A decision ends the automatic part, which must not decide again later.
  delete application.automatingUntil;
  const decisioner = actor.kind === "policy" ? null : nameOf(actor);
  application.history.push({
    status: to,
    date: dateTime(now),
    decisioner,
    comment,
    ...(actor.kind === "person" ? { user: { id: actor.id, name: actor.name, email: actor.email } } : {}),
  });
  profile.modifiedAt = now;
  noteFlag(world, account, profile, application);
  const action = actor.kind === "policy" ? "auto-decision" : "manual-decision";
  recordAudit(world, profile, actor, action, { application_id: application.id, status: to });
  sendStatusChanged(world, account, profile, application, actor);
  world.changed();
}

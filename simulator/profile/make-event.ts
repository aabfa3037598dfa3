import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import { noteFlags } from "../application/note-flag.ts";
import { dateTime } from "../clock.ts";
import { sendEventsCreated } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import { moveTask } from "./complete-task.ts";
import type { EventData, EventType, MonitoringEvent } from "./monitoring-event.ts";
import type { Profile, Task } from "./profile.ts";
import { showEvent } from "./show-event.ts";

/**
 * Ongoing monitoring finds something: the event is unresolved, which blocks approval, and the task it concerns is open
 * again, which sends an approved application to review. Which task that is follows from the names, and is inferred.
 */
export function makeEvent(
  world: World,
  account: Account,
  profile: Profile,
  data: EventData,
  actor: Actor,
): MonitoringEvent {
  const event: MonitoringEvent = {
    id: world.newId(),
    creationDate: dateTime(world.clock.now()),
    resolution: "UNRESOLVED",
    resolutionTaskIds: [],
    data,
  };
  profile.events.push(event);
  recordAudit(world, profile, actor, "added-event", { event_id: event.id, event_type: data.event_type });
  for (const task of tasksConcernedBy(profile, data.event_type)) {
    if (task.state !== "INCOMPLETE") moveTask(world, account, profile, task, "INCOMPLETE", actor);
  }
  noteFlags(world, account, profile);
  sendEventsCreated(world, account, profile, [showEvent(event)], actor);
  world.changed();
  return event;
}

const TASKS_BY_EVENT: Record<EventType, RegExp | null> = {
  PEP_FLAG: /_ASSESS_.*POLITICAL/,
  SANCTION_FLAG: /_ASSESS_.*SANCTIONS/,
  ADVERSE_MEDIA_FLAG: /_ASSESS_.*MEDIA/,
  REFER_FLAG: /_ASSESS_/,
  DOCUMENT_EXPIRY: /_VERIFY_IDENTITY$/,
  FRAUD_FLAG: /_FRAUD_SCREENING$/,
  TRANSACTION_ALERT: null,
  REVIEW_NEEDED: null,
  CHECK_EXPIRY: null,
};

/** Tasks of the wording that fits; where a profile has none of them, its screening tasks. */
function tasksConcernedBy(profile: Profile, type: EventType): Task[] {
  const wanted = TASKS_BY_EVENT[type];
  if (!wanted) return [];
  const current = profile.tasks.filter((task) => !task.isExpired);
  const named = current.filter((task) => wanted.test(task.type));
  if (named.length > 0 || !type.endsWith("_FLAG")) return named;
  return current.filter((task) => /_ASSESS_.*EXPOSURE/.test(task.type));
}

import type { Account } from "../account.ts";
import { type Actor, POLICY } from "../actor.ts";
import { invalid } from "../api/refused.ts";
import { approveIfReady } from "../application/follow-tasks.ts";
import { noteFlags } from "../application/note-flag.ts";
import { dateTime } from "../clock.ts";
import { sendEventsUpdated } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import { recordAudit } from "./audit.ts";
import type { MonitoringEvent } from "./monitoring-event.ts";
import type { Profile } from "./profile.ts";
import { showEvent } from "./show-event.ts";

export type Resolving = {
  resolution: MonitoringEvent["resolution"];
  reason?: string | undefined;
  taskIds?: string[] | undefined;
};

/**
 * Says of events what they were: a mismatch, a match, nothing. The task that an event opened stays open until somebody
 * completes it. All or none: a task id of another profile is refused with code 201.
 */
export function resolveEvents(
  world: World,
  account: Account,
  profile: Profile,
  resolvings: { event: MonitoringEvent; resolving: Resolving }[],
  actor: Actor,
): void {
  const taskIds = new Set(profile.tasks.map((task) => task.id));
  for (const { resolving } of resolvings) {
    if (resolving.taskIds?.some((id) => !taskIds.has(id)))
      throw invalid("A task id is not of a task on this profile.", "resolution_task_ids");
  }
  const action = resolvings.length > 1 ? "event-bulk-resolution" : "event-resolution";
  for (const { event, resolving } of resolvings) {
    resolve(event, resolving, dateTime(world.clock.now()));
    recordAudit(world, profile, actor, action, { event_id: event.id, resolution: event.resolution });
  }
  profile.modifiedAt = world.clock.now();
  approveIfReady(world, account, profile, POLICY);
  noteFlags(world, account, profile);
  const shown = resolvings.map(({ event }) => showEvent(event));
  if (shown.length > 0) sendEventsUpdated(world, account, profile, shown, actor);
  world.changed();
}

function resolve(event: MonitoringEvent, { resolution, reason, taskIds }: Resolving, date: string): void {
  event.resolution = resolution;
  if (reason !== undefined) event.resolutionReason = reason;
  if (taskIds !== undefined) event.resolutionTaskIds = taskIds;
  if (resolution === "UNRESOLVED") delete event.resolutionDate;
  else event.resolutionDate = date;
}

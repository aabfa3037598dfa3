import { z } from "zod";
import { makeEvent } from "../profile/make-event.ts";
import { EVENT_TYPES, type MonitoringEvent, RESOLUTIONS } from "../profile/monitoring-event.ts";
import { type Resolving, resolveEvents } from "../profile/resolve-event.ts";
import { showEvent } from "../profile/show-event.ts";
import { eventData } from "../validate/event-data.ts";
import { parseBody } from "../validate/parse.ts";
import { oneOf, uuid } from "../validate/scalars.ts";
import { type Answer, type Call, type Operation, profileIn, raise } from "./operation.ts";

const LIST = "/profiles/:profile/events";

/** Monitoring events; making one is the documented way to test ongoing monitoring (API contract §5.4). */
export const eventOperations: Operation[] = [
  { name: "list_events", method: "GET", path: LIST, run: (call) => ({ body: profileIn(call).events.map(showEvent) }) },
  { name: "create_event", method: "POST", path: LIST, run: create },
  // Before the next one, whose path it would match.
  { name: "bulk_update_events", method: "POST", path: `${LIST}/bulk_update`, run: updateMany },
  { name: "get_event", method: "GET", path: `${LIST}/:event`, run: (call) => ({ body: showEvent(eventIn(call)) }) },
  { name: "update_event", method: "POST", path: `${LIST}/:event`, run: update },
];

const eventWish = z.looseObject({ data: eventData(EVENT_TYPES) });

const change = z.looseObject({
  resolution: oneOf(RESOLUTIONS).optional(),
  resolution_reason: z.string().optional(),
  resolution_task_ids: z.array(uuid).optional(),
});

const changes = z.array(change.extend({ id: uuid }));

function create(call: Call): Answer {
  const { data } = parseBody(eventWish, call.body);
  return { body: showEvent(makeEvent(call.world, call.account, profileIn(call), data, call.actor)) };
}

function update(call: Call): Answer {
  const event = eventIn(call);
  const resolving = resolvingOf(event, parseBody(change, call.body));
  resolveEvents(call.world, call.account, profileIn(call), [{ event, resolving }], call.actor);
  return { body: showEvent(event) };
}

/** All or none: an id that is not of an event on this profile refuses the whole list. */
function updateMany(call: Call): Answer {
  const profile = profileIn(call);
  const resolvings = parseBody(changes, call.body).map((one) => {
    const event = profile.events.find(({ id }) => id === one.id) ?? raise("The event");
    return { event, resolving: resolvingOf(event, one) };
  });
  resolveEvents(call.world, call.account, profile, resolvings, call.actor);
  return { body: resolvings.map(({ event }) => showEvent(event)) };
}

function resolvingOf(event: MonitoringEvent, sent: z.infer<typeof change>): Resolving {
  return {
    resolution: sent.resolution ?? event.resolution,
    reason: sent.resolution_reason,
    taskIds: sent.resolution_task_ids,
  };
}

function eventIn(call: Call): MonitoringEvent {
  return profileIn(call).events.find((one) => one.id === call.params.event) ?? raise("The event");
}

import type { MonitoringEvent } from "./monitoring-event.ts";

/** A monitoring event as the API answers it; parts that are not there yet are left out, not null. */
export function showEvent(event: MonitoringEvent) {
  return {
    id: event.id,
    creation_date: event.creationDate,
    resolution: event.resolution,
    ...(event.resolutionReason === undefined ? {} : { resolution_reason: event.resolutionReason }),
    ...(event.resolutionDate === undefined ? {} : { resolution_date: event.resolutionDate }),
    resolution_task_ids: event.resolutionTaskIds,
    data: event.data,
  };
}

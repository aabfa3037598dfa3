/** Published event types, with those that a test of ongoing monitoring may make first (API contract §5.4). */
export const EVENT_TYPES = [
  "PEP_FLAG",
  "SANCTION_FLAG",
  "ADVERSE_MEDIA_FLAG",
  "REFER_FLAG",
  "DOCUMENT_EXPIRY",
  "TRANSACTION_ALERT",
  "REVIEW_NEEDED",
  "CHECK_EXPIRY",
  "FRAUD_FLAG",
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** What was found; beyond its type whatever the caller or the provider tells (`pep`, `match_name`, `score`, …). */
export type EventData = { event_type: EventType } & Record<string, unknown>;

export const RESOLUTIONS = ["UNRESOLVED", "MISMATCH", "MATCH", "IGNORE", "CREATED_TASK"] as const;

export type MonitoringEvent = {
  id: string;
  creationDate: string;
  resolution: (typeof RESOLUTIONS)[number];
  resolutionReason?: string;
  resolutionDate?: string;
  resolutionTaskIds: string[];
  data: EventData;
};

import {
  IconAlertTriangle,
  IconArchive,
  IconBan,
  IconCheck,
  IconChecks,
  IconCircle,
  IconCircleDashed,
  IconClock,
  IconClockPause,
  IconCloudUpload,
  IconEar,
  IconEyeOff,
  IconFileOff,
  IconHandStop,
  IconHelp,
  IconHourglass,
  IconLinkOff,
  IconLoader2,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlugConnectedX,
  IconRocket,
  IconSend,
  IconThumbUp,
  IconUnlink,
  IconX,
  type TablerIcon,
} from "@tabler/icons-react";
import type { AttemptStatus } from "#lib/domain/attempt.ts";
import type { ChunkStatus } from "#lib/domain/chunk.ts";
import type { countParts } from "#lib/domain/counts.ts";
import type { DeliveryStatus } from "#lib/domain/delivery.ts";
import type { DocumentBundleStatus } from "#lib/domain/document-bundle.ts";
import type { MigrationStatus } from "#lib/domain/migration.ts";
import type { ProfileSweepStatus } from "#lib/domain/profile-sweep.ts";
import type { Readiness } from "#lib/domain/record.ts";
import type { SmokeRunStatus } from "#lib/domain/smoke-run.ts";
import type { SourceFileStatus } from "#lib/domain/source-file.ts";
import type { WebhookEventStatus } from "#lib/domain/webhook-event.ts";

export type AnyStatus =
  | AttemptStatus
  | ChunkStatus
  | DeliveryStatus
  | DocumentBundleStatus
  | MigrationStatus
  | ProfileSweepStatus
  | Readiness
  | SmokeRunStatus
  | SourceFileStatus
  | WebhookEventStatus
  | (typeof countParts)[number];

export type StatusWords = { label: string; colour: string; icon: TablerIcon };

/** How each status of each machine looks, everywhere. A new status does not compile until it has a line here. */
export const statusWords = {
  // migration
  preparing: { label: "Preparing", colour: "ink", icon: IconPencil },
  migrating: { label: "Migrating", colour: "cyan", icon: IconRocket },
  completed: { label: "Completed", colour: "green", icon: IconChecks },
  abandoned: { label: "Abandoned", colour: "gray", icon: IconArchive },
  // source file
  uploaded: { label: "Uploaded", colour: "ink", icon: IconCloudUpload },
  parsing: { label: "Being read", colour: "cyan", icon: IconLoader2 },
  parsed: { label: "Read", colour: "green", icon: IconCheck },
  unreadable: { label: "Unreadable", colour: "red", icon: IconFileOff },
  // document bundle
  unpacking: { label: "Being unpacked", colour: "cyan", icon: IconLoader2 },
  unpacked: { label: "Unpacked", colour: "green", icon: IconCheck },
  // record
  unchecked: { label: "Not checked yet", colour: "gray", icon: IconCircleDashed },
  ready: { label: "Ready", colour: "green", icon: IconCheck },
  invalid: { label: "Invalid", colour: "pink", icon: IconAlertTriangle },
  excluded: { label: "Excluded", colour: "gray", icon: IconEyeOff },
  waiting: { label: "Ready and waiting", colour: "ink", icon: IconHourglass },
  // chunk
  draft: { label: "Draft", colour: "gray", icon: IconPencil },
  submitted: { label: "Waiting for approval", colour: "yellow", icon: IconClock },
  approved: { label: "Approved", colour: "teal", icon: IconThumbUp },
  running: { label: "Running", colour: "cyan", icon: IconPlayerPlay },
  pausing: { label: "Pausing", colour: "yellow", icon: IconClockPause },
  paused: { label: "Paused", colour: "yellow", icon: IconPlayerPause },
  stopping: { label: "Stopping", colour: "orange", icon: IconHandStop },
  stopped: { label: "Stopped", colour: "gray", icon: IconPlayerStop },
  finished: { label: "Finished", colour: "green", icon: IconChecks },
  // delivery
  queued: { label: "Queued", colour: "indigo", icon: IconClock },
  sending: { label: "Sending", colour: "cyan", icon: IconSend },
  created: { label: "Created", colour: "green", icon: IconCheck },
  uncertain: { label: "Uncertain", colour: "yellow", icon: IconHelp },
  failed: { label: "Failed", colour: "orange", icon: IconAlertTriangle },
  refused: { label: "Refused", colour: "red", icon: IconX },
  withdrawn: { label: "Withdrawn", colour: "gray", icon: IconBan },
  // attempt
  open: { label: "Open", colour: "cyan", icon: IconCircle },
  accepted: { label: "Accepted", colour: "green", icon: IconCheck },
  throttled: { label: "Asked to wait", colour: "yellow", icon: IconClockPause },
  unreachable: { label: "Not reached", colour: "orange", icon: IconUnlink },
  halted: { label: "Halted", colour: "red", icon: IconHandStop },
  // profile sweep
  done: { label: "Done", colour: "green", icon: IconCheck },
  void: { label: "Void", colour: "yellow", icon: IconAlertTriangle },
  // smoke run
  interrupted: { label: "Interrupted", colour: "orange", icon: IconPlugConnectedX },
  // webhook event
  received: { label: "Received", colour: "ink", icon: IconEar },
  matched: { label: "Matched", colour: "green", icon: IconCheck },
  ignored: { label: "Ignored", colour: "gray", icon: IconEyeOff },
  unmatched: { label: "Not matched yet", colour: "yellow", icon: IconLinkOff },
} as const satisfies Record<AnyStatus, StatusWords>;

/** The words of a status that arrives as plain text; one nobody described shows as itself. */
export function wordsOfStatus(status: string): StatusWords {
  const known: Partial<Record<string, StatusWords>> = statusWords;
  return known[status] ?? { label: status, colour: "gray", icon: IconCircle };
}

import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle, type TablerIcon } from "@tabler/icons-react";
import type { Severity } from "#lib/domain/issue-entry.ts";

/** Each severity as word, icon and colour, with what it means for the client. */
export const severityWords: Record<
  Severity,
  { label: string; plural: string; meaning: string; colour: string; icon: TablerIcon }
> = {
  error: {
    label: "Error",
    plural: "Errors",
    meaning: "Clients with an error never leave for Passfort.",
    colour: "red",
    icon: IconAlertOctagon,
  },
  warning: {
    label: "Warning",
    plural: "Warnings",
    meaning: "Clients with a warning may leave; look before you send them.",
    colour: "yellow",
    icon: IconAlertTriangle,
  },
  info: {
    label: "Note",
    plural: "Notes",
    meaning: "Good to know; nothing needs doing.",
    colour: "ink",
    icon: IconInfoCircle,
  },
};

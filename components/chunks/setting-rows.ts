import type { BreakerSettings } from "#lib/domain/control-settings.ts";
import { runWindowWords } from "#lib/domain/run-window-words.ts";
import { limitedMethodWords, trackWords } from "#lib/domain/track.ts";
import type { ChunkDashboard } from "./chunk-dashboard.ts";
import { chunkKindWords } from "./kind-words.ts";
import { countOf } from "./number-words.ts";

type Settled = Pick<ChunkDashboard, "kind" | "processes" | "connectionName" | "byType" | "settings" | "fingerprint">;

/** The settings of a chunk as label and value, in reading order; only what applies to its clients. */
export function settingRows(chunk: Settled): { label: string; value: string }[] {
  const { settings, byType } = chunk;
  const rows = [
    { label: "Kind", value: chunkKindWords[chunk.kind].label },
    { label: "Connection", value: chunk.connectionName },
    { label: "Track", value: trackWords[settings.track].label },
  ];
  if (settings.limitedMethod !== null)
    rows.push({ label: "Limited by", value: limitedMethodWords[settings.limitedMethod].label });
  if (byType.individual > 0)
    rows.push({ label: "Product, people", value: settings.productAliasIndividual ?? "none: no application" });
  if (byType.company > 0)
    rows.push({ label: "Product, companies", value: settings.productAliasCompany ?? "none: no application" });
  rows.push(
    { label: "Tags", value: [...settings.tags, "MIGREF-<reference>"].join(", ") },
    ...complianceRows(settings),
    { label: "Sent by", value: countOf(chunk.processes, "process", "processes") },
    { label: "Pauses itself", value: breakerWords(settings.control.breaker) },
    {
      label: "Run window",
      value: settings.control.runWindow ? runWindowWords(settings.control.runWindow) : "at any time",
    },
    { label: "Plan", value: `version ${settings.version}` },
    { label: "Fingerprint", value: chunk.fingerprint.slice(0, 12) },
  );
  return rows;
}

/** What is done for a client after it was created; nothing on full onboarding. */
function complianceRows({ track, compliance }: Settled["settings"]): { label: string; value: string }[] {
  if (track !== "limited_compliance") return [];
  const { tasks, checks, note, approve } = compliance;
  const words = (lists: { individual: string[]; company: string[] }) =>
    [...lists.individual, ...lists.company].join(", ");
  const rows = [
    { label: "Tasks completed", value: words(tasks) || "none" },
    { label: "Checks run", value: words(checks) || "none" },
    { label: "Evidence note", value: note || "none" },
    { label: "Approved", value: approve ? "when nothing blocks it" : "not by the panel" },
  ];
  return rows;
}

const breakerWords = ({ errors, percent, window }: BreakerSettings) =>
  `when ${errors} of the last ${window} clients are not created, or ${percent} % of them`;

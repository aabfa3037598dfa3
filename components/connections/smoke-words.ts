import {
  IconCheck,
  IconCircleDashed,
  IconEyeOff,
  IconGitCompare,
  IconHourglass,
  IconLoader2,
  IconX,
  type TablerIcon,
} from "@tabler/icons-react";
import type { SmokeRunView } from "#lib/contracts/smoke-runs.ts";
import type { ContractMark, SmokeResult } from "#lib/domain/smoke-step.ts";

type Step = SmokeRunView["steps"][number];
type Look = { label: string; colour: string; icon: TablerIcon };

/** How each result looks. `differs` is a finding, not a fault. */
export const resultLooks: Record<SmokeResult, Look> = {
  proved: { label: "Proved", colour: "green", icon: IconCheck },
  differs: { label: "Differs", colour: "yellow", icon: IconGitCompare },
  failed: { label: "Failed", colour: "red", icon: IconX },
  not_seen: { label: "Not seen", colour: "orange", icon: IconEyeOff },
  not_tried: { label: "Not tried", colour: "gray", icon: IconCircleDashed },
};

export function lookOfStep({ result, startedAt }: Pick<Step, "result" | "startedAt">): Look {
  if (result) return resultLooks[result];
  return startedAt
    ? { label: "Under way", colour: "cyan", icon: IconLoader2 }
    : { label: "Waiting", colour: "gray", icon: IconHourglass };
}

/** How sure the presumption was before the account was asked. */
export const markWords: Record<ContractMark, string> = {
  documented: "Documented by Passfort",
  seen: "Seen by a real client",
  inferred: "Inferred",
};

export const isUnderWay = ({ status }: Pick<SmokeRunView, "status">): boolean =>
  status === "queued" || status === "running";

/** “34 ms”, “2.1 s”, “14 s”. */
export function tookWords(ms: number): string {
  if (ms < 1000) return `${ms} ms`;
  return ms < 9_950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`;
}

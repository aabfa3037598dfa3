import type { Track } from "./track.ts";

export const severities = ["error", "warning", "info"] as const;
/** error: the record never leaves. warning: shown, a person decides. info: shown, nothing needs doing. */
export type Severity = (typeof severities)[number];

/** `template` takes {field}, {value} and the facts of the issue; `teaching` says why it matters. */
export type IssueEntry = {
  severity: Severity;
  /** A track that the record cannot take with it, though it can take the others; an error lets it take none. */
  keepsFrom?: Track;
  title: string;
  teaching: string;
  template: string;
  fix: string;
};

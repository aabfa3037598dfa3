import { html } from "hono/html";
import { labelOf } from "./label-of.ts";
import type { Html } from "./markup.ts";

export type Tone = "green" | "amber" | "red" | "blue" | "grey";

/** The colour of each status; the words say the same, so nothing rests on colour alone. */
const TONES: Record<string, Tone> = {
  APPROVED: "green",
  COMPLETED_PASS: "green",
  COMPLETE: "green",
  CUSTOMER: "green",
  NORMAL: "grey",
  APPLIED: "blue",
  APPLICANT: "blue",
  RUNNING: "blue",
  PENDING: "amber",
  IN_REVIEW: "amber",
  INCOMPLETE: "amber",
  UNRESOLVED: "amber",
  SUSPENDED: "amber",
  REJECTED: "red",
  COMPLETED_FAIL: "red",
  BANNED: "red",
};

export function badge(tone: Tone, words: string): Html {
  return html`<span class="badge ${tone}">${words}</span>`;
}

/** A status of an application, task, check, event or profile. */
export function statusBadge(status: string): Html {
  return badge(TONES[status] ?? "grey", labelOf(status));
}

import { html } from "hono/html";
import type { AuditItem, Profile } from "../profile/profile.ts";
import { labelOf } from "./label-of.ts";
import { type Html, NOTHING } from "./markup.ts";
import { when } from "./when.ts";

const SHOWN_FIRST = 8;

/** Who did what, the newest first. */
export function auditSection(profile: Profile): Html {
  const newestFirst = profile.audit.toReversed();
  const rest = newestFirst.slice(SHOWN_FIRST);
  return html`<section aria-labelledby="audit"><h2 id="audit">Audit log</h2><div class="card"><ul class="rows">${newestFirst.slice(0, SHOWN_FIRST).map(auditRow)}</ul>${
    rest.length > 0
      ? html`<details><summary>${rest.length} earlier</summary><ul class="rows">${rest.map(auditRow)}</ul></details>`
      : NOTHING
  }</div></section>`;
}

function auditRow({ action, auditee, date, detail }: AuditItem): Html {
  // The name of the action says already what became of a task.
  const words = Object.entries(detail)
    .filter(([key, value]) => !key.endsWith("_id") && key !== "state" && typeof value === "string")
    .map(([, value]) => (/^[A-Z_]+$/.test(String(value)) ? labelOf(String(value)) : String(value)));
  return html`<li>${labelOf(action)}${words.length > 0 ? `: ${words.join(", ")}` : ""}<div class="dim small">${auditee}, ${when(date)}</div></li>`;
}

import { html } from "hono/html";
import type { Account } from "../account.ts";
import type { Check, Profile } from "../profile/profile.ts";
import { badge, statusBadge, type Tone } from "./badge.ts";
import { labelOf } from "./label-of.ts";
import { type Html, NOTHING } from "./markup.ts";
import { variantName } from "./tasks-section.ts";
import { when } from "./when.ts";

export function checksSection(account: Account, profile: Profile): Html {
  return html`<section aria-labelledby="checks"><h2 id="checks">Checks</h2><div class="card">${
    profile.checks.length === 0
      ? html`<p class="empty">None has been run.</p>`
      : html`<ul class="rows">${profile.checks.toReversed().map((check) => checkRow(account, profile, check))}</ul>`
  }</div></section>`;
}

function checkRow(account: Account, profile: Profile, check: Check): Html {
  const tasks = profile.tasks
    .filter((task) => check.taskIds.includes(task.id))
    .map((task) => variantName(account, task.variantId, task.type));
  return html`<li><div class="row"><strong>${labelOf(check.checkType)}</strong>${check.result ? badge(toneOf(check.result), check.result) : statusBadge(check.state)}</div>
<div class="dim small">${check.performedOn ? html`Done ${when(check.performedOn)}. ` : NOTHING}${tasks.length > 0 ? `For ${tasks.join(", ")}.` : "For no task."}</div></li>`;
}

function toneOf(result: string): Tone {
  if (result === "Pass" || /^\d\+\d$/.test(result)) return "green";
  return result === "Error" || result === "Fail" ? "red" : "amber";
}

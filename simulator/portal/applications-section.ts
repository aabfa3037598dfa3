import { html } from "hono/html";
import type { Account } from "../account.ts";
import { type Application, type ApplicationStatus, isOpen, TRANSITIONS } from "../application/application.ts";
import { type Blocker, blockersOf } from "../application/blockers.ts";
import { flagOf } from "../application/flag.ts";
import type { Profile } from "../profile/profile.ts";
import { badge, statusBadge } from "./badge.ts";
import { labelOf } from "./label-of.ts";
import { productName } from "./list-page.ts";
import { type Html, NOTHING } from "./markup.ts";
import { variantName } from "./tasks-section.ts";
import { when } from "./when.ts";

const VERBS: Record<ApplicationStatus, string> = {
  APPLIED: "Revert the decision",
  APPROVED: "Approve",
  IN_REVIEW: "Put in review",
  REJECTED: "Reject",
  CANCELLED: "Cancel",
};

export function applicationsSection(account: Account, profile: Profile): Html {
  const shown = profile.applications.filter((one) => !one.hidden);
  const hidden = profile.applications.length - shown.length;
  return html`<section aria-labelledby="applications"><h2 id="applications">Applications</h2><div class="stack tight">${
    shown.length === 0
      ? html`<div class="card"><p class="empty">This client has not applied for any product.</p></div>`
      : shown.map((one) => applicationCard(account, profile, one))
  }${hidden > 0 ? html`<p class="dim small">${hidden} reverted before, hidden as in Passfort.</p>` : NOTHING}</div></section>`;
}

function applicationCard(account: Account, profile: Profile, application: Application): Html {
  const name = productName(account, application.productId);
  const isDecidable = application.status === "APPLIED" || application.status === "IN_REVIEW";
  const blockers = isDecidable ? blockersOf(account, profile, application) : [];
  const roles = application.associatedRoles.map((role) => badge("grey", labelOf(role)));
  return html`<article class="card"><div class="stack tight"><div class="row"><h3>${name}</h3>${statusBadge(application.status)}${roles}<span class="dim">${labelOf(flagOf(account, profile, application))}</span></div>
${blockers.length > 0 ? html`<div><p>Not to be approved yet:</p><ul class="plain-list">${blockers.map((blocker) => html`<li>${sentenceOf(account, profile, blocker)}</li>`)}</ul></div>` : NOTHING}</div>
${decisionForm(profile, application, name, blockers)}
<details><summary>History of ${name}</summary><ol class="history">${application.history.map(
    (one) =>
      html`<li>${statusBadge(one.status)}<span class="dim small">${when(one.date)}</span><span>${one.decisioner ? `by ${one.decisioner}` : "by itself"}${one.comment ? `: ${one.comment}` : ""}</span></li>`,
  )}</ol><h4>Badges</h4><ol class="history">${application.flagHistory.map(
    (one) => html`<li><span>${labelOf(one.flag)}</span><span class="dim small">${when(one.date)}</span></li>`,
  )}</ol></details></article>`;
}

function sentenceOf(account: Account, profile: Profile, blocker: Blocker): string {
  switch (blocker.blocker_type) {
    case "INCOMPLETE_TASK":
      return `“${variantName(account, blocker.task_variant.id, blocker.task_type)}” is not passed.`;
    case "UNRESOLVED_EVENT": {
      const event = profile.events.find((one) => one.id === blocker.event_id);
      return `The event “${labelOf(event?.data.event_type ?? "event")}” is not resolved.`;
    }
    case "SUSPENDED_PROFILE":
      return `The profile is ${profile.status.toLowerCase()}.`;
  }
}

function decisionForm(profile: Profile, application: Application, name: string, blockers: Blocker[]): Html {
  const moves = isOpen(application) ? TRANSITIONS[application.status] : (["APPLIED"] as const);
  const openTasks = blockers.filter((one) => one.blocker_type === "INCOMPLETE_TASK").length;
  // What else blocks cannot be passed in the same breath; then approving is refused, as it would be in Passfort.
  const isOnlyTasks = openTasks > 0 && openTasks === blockers.length;
  const words = (status: ApplicationStatus) =>
    status === "APPROVED" && isOnlyTasks
      ? `Pass ${openTasks === 1 ? "the open task" : `${openTasks} open tasks`} and approve`
      : VERBS[status];
  return html`<form class="row ends" method="post" action="/portal/profiles/${profile.id}/applications/${application.id}/decision">
<label class="field reason">Reason, kept in the history<input name="comment" autocomplete="off" maxlength="500"></label>${moves.map(
    (status) =>
      html`<button name="status" value="${status}" class="${toneOf(status)}">${words(status)}<span class="hidden-words"> ${name}</span></button>`,
  )}</form>`;
}

function toneOf(status: ApplicationStatus): string {
  if (status === "APPROVED") return "primary";
  return status === "REJECTED" || status === "CANCELLED" ? "danger" : "";
}

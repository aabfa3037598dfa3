import { html } from "hono/html";
import type { Account } from "../account.ts";
import { expiryOf } from "../profile/expire-task.ts";
import type { Note, Profile, Task, TaskState } from "../profile/profile.ts";
import { badge, statusBadge } from "./badge.ts";
import { labelOf } from "./label-of.ts";
import { option } from "./list-page.ts";
import { type Html, NOTHING } from "./markup.ts";
import { when } from "./when.ts";

/** What a person can make of a task in each state. */
const MOVES: Record<TaskState, { to: TaskState; verb: string }[]> = {
  INCOMPLETE: [
    { to: "COMPLETED_PASS", verb: "Pass" },
    { to: "COMPLETED_FAIL", verb: "Fail" },
  ],
  COMPLETED_PASS: [
    { to: "INCOMPLETE", verb: "Reopen" },
    { to: "COMPLETED_FAIL", verb: "Fail" },
  ],
  COMPLETED_FAIL: [
    { to: "COMPLETED_PASS", verb: "Pass" },
    { to: "INCOMPLETE", verb: "Reopen" },
  ],
};

export function tasksSection(account: Account, profile: Profile): Html {
  const passed = profile.tasks.filter((task) => task.state === "COMPLETED_PASS" && !task.isExpired).length;
  const current = profile.tasks.filter((task) => !task.isExpired).length;
  return html`<section aria-labelledby="tasks"><h2 id="tasks">Tasks <span class="dim count">${passed} of ${current} passed</span></h2><div class="card">${
    profile.tasks.length === 0
      ? html`<p class="empty">None. Tasks come with an application.</p>`
      : html`<ul class="rows">${profile.tasks.map((task) => taskRow(account, profile, task))}</ul>`
  }</div></section>`;
}

/** The name the account gives a task; those added by type alone have none. */
export function variantName(account: Account, variantId: string, type: string): string {
  return account.variants.find((one) => one.id === variantId)?.name ?? labelOf(type);
}

function taskRow(account: Account, profile: Profile, task: Task): Html {
  const name = variantName(account, task.variantId, task.type);
  const path = `/portal/profiles/${profile.id}/tasks/${task.id}`;
  return html`<li class="stack tight"><div class="row apart"><span class="row"><strong>${name}</strong>${task.isExpired ? badge("grey", "Expired") : statusBadge(task.state)}${task.isExtra ? badge("grey", "Added by hand") : NOTHING}</span>
${
  task.isExpired
    ? NOTHING
    : html`<form class="row" method="post" action="${path}/state">${MOVES[task.state].map(
        ({ to, verb }) =>
          html`<button class="small" name="state" value="${to}">${verb}<span class="hidden-words"> the task ${name}</span></button>`,
      )}</form>`
}</div>
<div class="dim small"><code>${task.type}</code>, since ${when(task.creationDate)}</div>
${task.notes.length > 0 ? html`<ul class="plain-list">${task.notes.map(noteRow)}</ul>` : NOTHING}
${task.isExpired ? NOTHING : expiryForm(task, name, path)}</li>`;
}

function noteRow(note: Note): Html {
  const files = note.attachments.map((file) => file.name).join(", ");
  return html`<li>${note.text} <span class="dim small">${note.author_name}, ${when(note.created_on)}${files ? `; with ${files}` : ""}</span></li>`;
}

function expiryForm(task: Task, name: string, path: string): Html {
  const expiry = expiryOf(task);
  const own = task.customExpiry;
  return html`<details><summary class="small">${expiry === null ? "Does not expire" : html`Expires ${when(expiry)}${own ? ", set by hand" : ""}`}<span class="hidden-words"> for ${name}</span></summary>
<form method="post" action="${path}/expiry"><div class="grid">
<label class="field">Expires on (UTC)<input type="date" name="expire_on" value="${own ? own.expiry_at.slice(0, 10) : ""}"></label>
<label class="field">Because of<select name="category">${["DOCUMENT_EXPIRY", "APPLICATION_ANNIVERSARY", "OTHER"].map((one) => option(one, labelOf(one), own?.reason_categories[0] ?? ""))}</select></label>
<label class="field">In words<input name="description" autocomplete="off" value="${own?.reason_description ?? ""}"></label>
<div class="row"><button class="small" name="act" value="set">Set the date</button>${own ? html`<button class="small" name="act" value="restore">Back to the policy</button>` : NOTHING}</div></div></form></details>`;
}

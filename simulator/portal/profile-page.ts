import { html } from "hono/html";
import type { Account } from "../account.ts";
import { type Application, isOpen, TRANSITIONS } from "../application/application.ts";
import { categoryOf } from "../application/category.ts";
import { flagOf } from "../application/flag.ts";
import { dateTime } from "../clock.ts";
import { displayNameOf } from "../profile/display-name.ts";
import { customerRefOf, type Profile } from "../profile/profile.ts";
import { type Html, page } from "./page.ts";

const VERBS = {
  APPLIED: "Reopen",
  APPROVED: "Approve",
  IN_REVIEW: "Put in review",
  REJECTED: "Reject",
  CANCELLED: "Cancel",
} as const;

export function profilePage(account: Account, profile: Profile): Html {
  const name = displayNameOf(profile.collectedData);
  return page(
    name,
    html`<p><a href="/portal?account=${encodeURIComponent(account.key)}">Profiles of ${account.institution.name}</a></p><h1>${name}</h1>
<div class="card"><dl><dt>Reference</dt><dd>${customerRefOf(profile) ?? "none"}</dd><dt>Id</dt><dd><code>${profile.id}</code></dd>
<dt>Role</dt><dd>${profile.role}</dd><dt>Category</dt><dd>${categoryOf(profile)}</dd>
<dt>Created</dt><dd>${dateTime(profile.createdAt)} UTC</dd>
<dt>Tags</dt><dd>${profile.tags.length ? profile.tags.map((tag) => html`<span class="pill">${tag}</span>`) : "none"}</dd></dl></div>
<h2>Applications</h2>${profile.applications.length ? profile.applications.filter((one) => !one.hidden).map((one) => applicationCard(account, profile, one)) : html`<p>None.</p>`}
<h2>Tasks</h2>${taskTable(account, profile)}
<h2>Collected data</h2><div class="card"><pre tabindex="0">${JSON.stringify(profile.collectedData, null, 2)}</pre></div>`,
  );
}

function applicationCard(account: Account, profile: Profile, application: Application): Html {
  const product = account.products.find((one) => one.id === application.productId);
  const moves = isOpen(application) ? TRANSITIONS[application.status] : (["APPLIED"] as const);
  return html`<section class="card"><p><strong>${product?.name ?? "Removed product"}</strong> <span class="pill">${application.status}</span>
<span class="dim">${flagOf(account, profile, application)}</span></p>
<p class="dim">${application.history.map((one) => `${one.status} ${one.date}${one.decisioner ? ` by ${one.decisioner}` : ""}`).join(" → ")}</p>
<form method="post" action="/portal/profiles/${profile.id}/applications/${application.id}/decision">${moves.map(
    (status) => html`<button name="status" value="${status}">${VERBS[status]}</button>`,
  )}</form></section>`;
}

function taskTable(account: Account, profile: Profile): Html {
  if (profile.tasks.length === 0) return html`<p>None.</p>`;
  return html`<div class="scroll"><table><thead><tr><th scope="col">Task</th><th scope="col">State</th></tr></thead><tbody>${profile.tasks.map(
    (task) =>
      html`<tr><td>${account.variants.find((one) => one.id === task.variantId)?.name ?? task.type}</td><td>${task.state}</td></tr>`,
  )}</tbody></table></div>`;
}

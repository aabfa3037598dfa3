import { html } from "hono/html";
import type { Account } from "../account.ts";
import { categoryOf } from "../application/category.ts";
import { displayNameOf } from "../profile/display-name.ts";
import { customerRefOf, type Profile } from "../profile/profile.ts";
import type { World } from "../world.ts";
import { applicationsSection } from "./applications-section.ts";
import { auditSection } from "./audit-section.ts";
import { badge, statusBadge } from "./badge.ts";
import { checksSection } from "./checks-section.ts";
import { eventsSection } from "./events-section.ts";
import { linksSection } from "./links-section.ts";
import { kindOf } from "./list-page.ts";
import { type Html, NOTHING } from "./markup.ts";
import { missingDataSection } from "./missing-data-section.ts";
import { page, query } from "./page.ts";
import { readableData } from "./readable-data.ts";
import { statusSection } from "./status-section.ts";
import { tasksSection } from "./tasks-section.ts";
import { uploadsSection } from "./uploads-section.ts";
import { when } from "./when.ts";

/** One client with everything a person in the portal can see of it and do to it. */
export function profilePage(
  world: World,
  account: Account,
  profile: Profile,
  said: { done?: string | undefined; problem?: string | undefined } = {},
): Html {
  const name = displayNameOf(profile.collectedData);
  return page(
    { world, account, title: name, here: "profiles", ...said },
    html`${header(world, account, profile, name)}
<div class="columns"><div class="stack">${applicationsSection(account, profile)}${tasksSection(account, profile)}${missingDataSection(profile)}${dataSection(profile)}</div>
<div class="stack">${eventsSection(profile)}${linksSection(account, profile)}${checksSection(account, profile)}${uploadsSection(profile)}${statusSection(profile)}${auditSection(profile)}${deleteSection(profile)}</div></div>`,
  );
}

function header(world: World, account: Account, profile: Profile, name: string): Html {
  return html`<div class="stack tight"><p class="crumbs"><a href="/portal${query(account)}">Profiles of ${account.institution.name}</a></p>
<div class="row"><h1>${name}</h1>${statusBadge(categoryOf(profile, world.settings.categories))}${profile.status === "NORMAL" ? NOTHING : statusBadge(profile.status)}</div>
<p class="dim full">Reference ${customerRefOf(profile) ?? "none"}, ${kindOf(profile)}. Created ${when(profile.createdAt)}, changed ${when(profile.modifiedAt)} UTC.<br>Profile <code>${profile.id}</code></p>
<div class="row"><span class="hidden-words">Tags:</span>${profile.tags.length > 0 ? profile.tags.map((tag) => badge("grey", tag)) : html`<span class="dim small">No tags</span>`}</div></div>`;
}

function dataSection(profile: Profile): Html {
  return html`<section aria-labelledby="collected-data"><div class="row apart section-head"><h2 id="collected-data">Collected data</h2><a class="button small" href="/portal/profiles/${profile.id}/edit">Edit the data</a></div>
<div class="card">${readableData(profile.collectedData)}<details><summary>As the API keeps it (JSON)</summary><pre tabindex="0" role="region" aria-label="Collected data as JSON">${JSON.stringify(profile.collectedData, null, 2)}</pre></details></div></section>`;
}

function deleteSection(profile: Profile): Html {
  return html`<section aria-labelledby="delete"><h2 id="delete">Delete</h2><div class="card"><div class="stack tight"><p>Only a person can do this, never the API. Passfort advises to reject or cancel instead.</p>
<div><a class="button small" href="/portal/profiles/${profile.id}/delete">Delete this profile…</a></div></div></div></section>`;
}

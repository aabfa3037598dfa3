import { html } from "hono/html";
import type { Account } from "../account.ts";
import { displayNameOf } from "../profile/display-name.ts";
import { linkedRoles } from "../profile/linked-roles.ts";
import type { Profile } from "../profile/profile.ts";
import { statusBadge } from "./badge.ts";
import { labelOf } from "./label-of.ts";
import { type Html, NOTHING } from "./markup.ts";

/** The associates a company lists, and the companies that list an associate; nothing when there can be neither. */
export function linksSection(account: Account, profile: Profile): Html {
  const isCompany = profile.collectedData.entity_type === "COMPANY";
  const listedBy = profile.linkedTo.flatMap((id) => account.profiles.get(id) ?? []);
  return html`${isCompany ? associates(account, profile) : NOTHING}${listedBy.length > 0 ? companies(profile, listedBy) : NOTHING}`;
}

function associates(account: Account, profile: Profile): Html {
  const roles = [...linkedRoles(profile.collectedData)];
  return html`<section aria-labelledby="associates"><h2 id="associates">Associates</h2><div class="card">${
    roles.length === 0
      ? html`<p class="empty">None are linked to this company.</p>`
      : html`<ul class="rows">${roles.map(([id, own]) => associateRow(account.profiles.get(id), id, own))}</ul>`
  }</div></section>`;
}

function associateRow(associate: Profile | undefined, id: string, roles: string[]): Html {
  const words = roles.map(labelOf).join(", ");
  if (!associate) return html`<li>${words}: <code>${id}</code> <span class="dim">does not exist</span></li>`;
  const open = associate.applications.find((one) => !one.hidden);
  return html`<li class="row apart"><span><a href="/portal/profiles/${id}">${displayNameOf(associate.collectedData)}</a> <span class="dim">${words}</span></span>${open ? statusBadge(open.status) : NOTHING}</li>`;
}

function companies(profile: Profile, listedBy: Profile[]): Html {
  return html`<section aria-labelledby="linked-to"><h2 id="linked-to">Linked to</h2><div class="card"><ul class="rows">${listedBy.map(
    (company) =>
      html`<li><a href="/portal/profiles/${company.id}">${displayNameOf(company.collectedData)}</a> <span class="dim">as ${(linkedRoles(company.collectedData).get(profile.id) ?? []).map(labelOf).join(", ")}</span></li>`,
  )}</ul></div></section>`;
}

import { html } from "hono/html";
import type { Account } from "../account.ts";
import { displayNameOf } from "../profile/display-name.ts";
import { customerRefOf, type Profile } from "../profile/profile.ts";
import type { World } from "../world.ts";
import { type Html, page } from "./page.ts";

const PAGE_SIZE = 50;

/** Profiles of one account. Unlike the API, a person in the portal sees changes at once. */
export function listPage(world: World, account: Account, q: string, pageNumber: number): Html {
  const found = matching(account, q);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const at = Math.min(Math.max(1, Math.trunc(pageNumber)), pages);
  const shown = found.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE);
  return page(
    `Profiles of ${account.institution.name}`,
    html`<p><a href="/">Start</a></p><h1>Profiles of ${account.institution.name}</h1>
<form method="get" action="/portal" role="search">
<label>Account<select name="account">${world.accounts.map(
      (one) => html`<option value="${one.key}" ${one === account ? "selected" : ""}>${one.institution.name}</option>`,
    )}</select></label>
<label>Name or tag<input type="search" name="q" value="${q}"></label><button type="submit">Search</button></form>
<p class="dim">${found.length} found${pages > 1 ? `, page ${at} of ${pages}` : ""}</p>
${shown.length === 0 ? html`<p class="card">${q ? "No profile has this name or tag." : "This account has no profiles yet."}</p>` : table(account, shown)}
<p>${at > 1 ? pageLink(account, q, at - 1, "Previous page") : ""} ${at < pages ? pageLink(account, q, at + 1, "Next page") : ""}</p>`,
  );
}

function matching(account: Account, q: string): Profile[] {
  const wanted = q.trim().toLowerCase();
  const texts = (profile: Profile) => [displayNameOf(profile.collectedData), ...profile.tags];
  return [...account.profiles.values()]
    .filter((profile) => texts(profile).some((text) => text.toLowerCase().includes(wanted)))
    .reverse();
}

function table(account: Account, profiles: Profile[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Profiles"><table>
<thead><tr><th scope="col">Name</th><th scope="col">Reference</th><th scope="col">Applications</th><th scope="col">Tags</th></tr></thead>
<tbody>${profiles.map(
    (profile) => html`<tr><td><a href="/portal/profiles/${profile.id}">${displayNameOf(profile.collectedData)}</a></td>
<td>${customerRefOf(profile) ?? ""}</td>
<td>${profile.applications.map((one) => html`<span class="pill">${productAlias(account, one.productId)}: ${one.status}</span>`)}</td>
<td>${profile.tags.map((tag) => html`<span class="pill">${tag}</span>`)}</td></tr>`,
  )}</tbody></table></div>`;
}

function productAlias(account: Account, productId: string): string {
  return account.products.find((product) => product.id === productId)?.alias ?? "removed product";
}

function pageLink(account: Account, q: string, number: number, words: string): Html {
  return html`<a href="/portal?${new URLSearchParams({ account: account.key, q, page: String(number) })}">${words}</a>`;
}

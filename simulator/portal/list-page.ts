import { html, raw } from "hono/html";
import type { Account } from "../account.ts";
import { categoryOf } from "../application/category.ts";
import { displayNameOf } from "../profile/display-name.ts";
import { customerRefOf, isAssociate, type Profile } from "../profile/profile.ts";
import type { World } from "../world.ts";
import { badge, statusBadge } from "./badge.ts";
import { labelOf } from "./label-of.ts";
import { type Html, NOTHING } from "./markup.ts";
import { page, query } from "./page.ts";
import { when } from "./when.ts";

const PAGE_SIZE = 50;

const CATEGORIES = ["APPLICANT", "CUSTOMER", "PREVIOUS_CUSTOMER", "INACTIVE_APPLICANT"] as const;

const KINDS = {
  "": "Customers",
  associates: "Associates",
  all: "Both",
} as const;

/** What the person asked for; every value as it came in the address. */
export type Wish = { q: string; category: string; kind: string; page: number };

/** Profiles of one account. Unlike the API, a person in the portal sees changes at once, and can search by reference. */
export function listPage(world: World, account: Account, wish: Wish, done?: string): Html {
  const found = matching(world, account, wish);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const at = Math.min(Math.max(1, Math.trunc(wish.page)), pages);
  const shown = found.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE);
  return page(
    { world, account, title: `Profiles of ${account.institution.name}`, here: "profiles", done },
    html`<h1>Profiles of ${account.institution.name}</h1>${searchForm(account, wish)}
<section class="stack tight" aria-label="Profiles found"><p class="dim">${countWords(found.length)}${pages > 1 ? `, page ${at} of ${pages}` : ""}${wish.kind === "" && wish.q.trim() === "" ? ". A search finds associates too." : ""}</p>
<div class="card">${shown.length === 0 ? html`<p class="empty">${emptySentence(account, wish)}</p>` : table(world, account, shown)}</div>
${pages > 1 ? pager(account, wish, at, pages) : NOTHING}</section>`,
  );
}

function searchForm(account: Account, wish: Wish): Html {
  return html`<form method="get" action="/portal" role="search"><input type="hidden" name="account" value="${account.key}">
<div class="grid"><label class="field">Name, tag or reference<input type="search" name="q" value="${wish.q}"></label>
<label class="field">Category<select name="category"><option value="">Any</option>${CATEGORIES.map((one) => option(one, labelOf(one), wish.category))}</select></label>
<label class="field">Show<select name="kind">${Object.entries(KINDS).map(([kind, words]) => option(kind, words, wish.kind))}</select></label>
<div><button type="submit" class="primary">Search</button></div></div></form>`;
}

export function option(value: string, words: string, chosen: string): Html {
  return html`<option value="${value}" ${value === chosen ? raw("selected") : NOTHING}>${words}</option>`;
}

function matching(world: World, account: Account, { q, category, kind }: Wish): Profile[] {
  const wanted = q.trim().toLowerCase();
  const isWanted = (profile: Profile) =>
    isOfKind(profile, kind, wanted) &&
    (category === "" || categoryOf(profile, world.settings.categories) === category) &&
    [displayNameOf(profile.collectedData), ...profile.tags, customerRefOf(profile) ?? "", profile.id].some((text) =>
      text.toLowerCase().includes(wanted),
    );
  return [...account.profiles.values()].filter(isWanted).reverse();
}

/** In Passfort's portal associates are not in the main list; a search finds them. */
function isOfKind(profile: Profile, kind: string, wanted: string): boolean {
  if (kind === "all" || (kind === "" && wanted !== "")) return true;
  return isAssociate(profile) === (kind === "associates");
}

function table(world: World, account: Account, profiles: Profile[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table of profiles"><table>
<thead><tr><th scope="col">Client</th><th scope="col" class="wide">Category</th><th scope="col">Applications</th><th scope="col" class="wide">Tags</th><th scope="col" class="wide">Created (UTC)</th></tr></thead>
<tbody>${profiles.map((profile) => tableRow(world, account, profile))}</tbody></table></div>`;
}

function tableRow(world: World, account: Account, profile: Profile): Html {
  const unresolved = profile.events.filter((event) => event.resolution === "UNRESOLVED").length;
  return html`<tr><td><a href="/portal/profiles/${profile.id}">${displayNameOf(profile.collectedData)}</a>
<div class="dim small">${[customerRefOf(profile) ?? "no reference", kindOf(profile)].join(" · ")}</div></td>
<td class="wide">${statusBadge(categoryOf(profile, world.settings.categories))}</td>
<td><span class="cell-lines">${profile.applications
    .filter((one) => !one.hidden)
    .map(
      (one) =>
        html`<span class="row">${statusBadge(one.status)}<span class="dim small">${productName(account, one.productId)}</span></span>`,
    )}${profile.status === "NORMAL" ? NOTHING : statusBadge(profile.status)}${unresolved > 0 ? badge("amber", `${unresolved} unresolved`) : NOTHING}</span></td>
<td class="wide"><span class="row">${profile.tags.map((tag) => badge("grey", tag))}</span></td>
<td class="wide nowrap dim">${when(profile.createdAt)}</td></tr>`;
}

/** "company", "person", "associated person", … */
export function kindOf(profile: Profile): string {
  const noun = profile.collectedData.entity_type === "COMPANY" ? "company" : "person";
  return isAssociate(profile) ? `associated ${noun}` : noun;
}

export function productName(account: Account, productId: string): string {
  return account.products.find((product) => product.id === productId)?.name ?? "Removed product";
}

function emptySentence(account: Account, { q, category, kind }: Wish): string {
  if (account.profiles.size === 0)
    return "This account has no profiles yet. They appear here as soon as they are created.";
  if (q.trim() !== "") return "No profile has this name, tag or reference. Try a part of it, or another category.";
  if (category !== "" || kind !== "") return "No profile is of this kind. Choose another category, or show both.";
  return "This account holds only associates. Show associates, or search for one.";
}

function countWords(count: number): string {
  return count === 1 ? "1 profile" : `${count} profiles`;
}

function pager(account: Account, wish: Wish, at: number, pages: number): Html {
  const link = (number: number, words: string) =>
    html`<a class="button" href="/portal${query(account)}&${new URLSearchParams({ q: wish.q, category: wish.category, kind: wish.kind, page: String(number) })}">${words}</a>`;
  return html`<nav class="row" aria-label="Pages of the list">${at > 1 ? link(at - 1, "Previous page") : NOTHING}${at < pages ? link(at + 1, "Next page") : NOTHING}</nav>`;
}

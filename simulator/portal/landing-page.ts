import { html } from "hono/html";
import type { Account } from "../account.ts";
import { type Application, isOpen } from "../application/application.ts";
import { flagOf } from "../application/flag.ts";
import { stateOf } from "../control/seen.ts";
import { displayNameOf } from "../profile/display-name.ts";
import { customerRefOf, type Profile } from "../profile/profile.ts";
import type { World } from "../world.ts";
import { badge, statusBadge } from "./badge.ts";
import { labelOf } from "./label-of.ts";
import { type Html, NOTHING } from "./markup.ts";
import { page, query } from "./page.ts";
import { conditionBadge } from "./webhook-condition.ts";

const NEEDY_MAX = 12;

/** The overview: what each account holds, and who waits for a person in the account chosen. */
export function landingPage(world: World, account: Account | undefined, apiUrl: string): Html {
  return page(
    { world, account, title: "Overview", here: "overview" },
    html`<div class="stack tight"><h1>A simulated Passfort</h1>
<p>It answers as the Passfort API 4.0 would, and here you play the person inside Passfort: edit data, complete tasks,
decide, raise monitoring events, watch the webhooks, and order bad days. The API is at <code>${apiUrl}</code>; send the
key in the header <code>apikey</code>.</p></div>
<section aria-labelledby="accounts"><h2 id="accounts">Accounts</h2><div class="halves">${world.accounts.map((one) => accountCard(world, one))}</div></section>
${account ? needySection(account, apiUrl) : NOTHING}`,
  );
}

function accountCard(world: World, account: Account): Html {
  const state = stateOf(world, account);
  const queue = world.outbox.state(account);
  return html`<article class="card"><div class="row apart"><h3>${state.institution}</h3>${badge(account.mode === "live" ? "amber" : "blue", account.mode)}</div>
<dl class="tiles">${tile("Profiles", state.profiles)}${tile("Associates among them", state.associates)}${tile("References seen twice", state.duplicateCustomerRefs.length)}${tile("Most calls at once", state.peakConcurrency)}</dl>
<dl class="facts"><dt>API key</dt><dd><code>${account.key}</code></dd>
<dt>Webhooks</dt><dd><span class="row">${conditionBadge(queue.condition)}${queue.waiting} waiting, ${queue.delivered} delivered</span></dd>
<dt>Products</dt><dd>${account.products.map((product) => product.alias).join(", ")}</dd></dl>
<div class="row"><a href="/portal${query(account)}">Profiles<span class="hidden-words"> of ${state.institution}</span></a>
<a href="/portal/webhooks${query(account)}">Webhooks<span class="hidden-words"> of ${state.institution}</span></a>
<a href="/portal/calls${query(account)}">Calls<span class="hidden-words"> of ${state.institution}</span></a></div></article>`;
}

function tile(words: string, count: number): Html {
  return html`<div><dt>${words}</dt><dd>${count}</dd></div>`;
}

type Needy = { profile: Profile; application: Application; flag: string };

function needySection(account: Account, apiUrl: string): Html {
  if (account.profiles.size === 0) return firstSteps(account, apiUrl);
  const needy = needyIn(account);
  return html`<section aria-labelledby="needy"><h2 id="needy">Waits for a person in ${account.institution.name}</h2>${
    needy.length === 0
      ? html`<div class="card"><p class="empty">Nobody: every application is decided or still runs by itself.</p></div>`
      : html`<div class="card"><ul class="rows">${needy.slice(0, NEEDY_MAX).map(needyRow)}</ul>${
          needy.length > NEEDY_MAX
            ? html`<p class="dim">And ${needy.length - NEEDY_MAX} more; <a href="/portal${query(account)}">look through all profiles</a>.</p>`
            : NOTHING
        }</div>`
  }</section>`;
}

/** Open applications that no rule will move any further, the newest profile first. */
function needyIn(account: Account): Needy[] {
  const needy: Needy[] = [];
  for (const profile of account.profiles.values()) {
    for (const application of profile.applications) {
      if (!isOpen(application) || application.status === "APPROVED") continue;
      const flag = flagOf(account, profile, application);
      if (flag === "REQUIRES_MANUAL_TASK_COMPLETION" || flag === "READY_FOR_DECISION")
        needy.push({ profile, application, flag });
    }
  }
  return needy.reverse();
}

function needyRow({ profile, application, flag }: Needy): Html {
  return html`<li class="row apart"><span><a href="/portal/profiles/${profile.id}">${displayNameOf(profile.collectedData)}</a>
<span class="dim">${customerRefOf(profile) ?? ""}</span></span><span class="row">${statusBadge(application.status)}<span class="dim">${labelOf(flag)}</span></span></li>`;
}

function firstSteps(account: Account, apiUrl: string): Html {
  const body = `{"role": "INDIVIDUAL_CUSTOMER", "collected_data": {"entity_type": "INDIVIDUAL", "customer_ref": "C-1",
       "personal_details": {"name": {"given_names": ["Alex"], "family_name": "Example"}}}}`;
  const command = `curl ${apiUrl}/profiles -H 'apikey: ${account.key}' -H 'content-type: application/json' \\\n  -d '${body}'`;
  return html`<section aria-labelledby="first"><h2 id="first">No profiles yet in ${account.institution.name}</h2>
<div class="card"><p>Run a migration against this account, or make a profile by hand:</p><div><pre tabindex="0" role="region" aria-label="A call that makes a profile">${command}</pre></div></div></section>`;
}

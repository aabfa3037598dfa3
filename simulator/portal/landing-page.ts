import { html } from "hono/html";
import { stateOf } from "../control/seen.ts";
import type { World } from "../world.ts";
import { type Html, page } from "./page.ts";

export function landingPage(world: World): Html {
  return page(
    "Start",
    html`<h1>A simulated Passfort</h1>
<p>This program answers as the Passfort API 4.0 would, so that a migration can be tried from end to end without an
account, without cost and without real people's data. It is strict about what it is sent, and can be told to misbehave.</p>
${world.accounts.map((account) => {
  const state = stateOf(world, account);
  const webhooks = world.outbox.state(account);
  return html`<section class="card"><h2>${state.institution} <span class="pill">${state.mode}</span></h2>
<dl><dt>API key</dt><dd><code>${account.key}</code></dd>
<dt>Profiles</dt><dd>${state.profiles} (${state.associates} of them associates)</dd>
<dt>References seen twice</dt><dd>${state.duplicateCustomerRefs.length}</dd>
<dt>Most calls at once</dt><dd>${state.peakConcurrency}</dd>
<dt>Products</dt><dd>${account.products.map((product) => html`<span class="pill">${product.alias}</span>`)}</dd>
<dt>Webhooks</dt><dd>${webhookSentence(account.webhook, webhooks)}</dd></dl>
<p><a href="/portal?account=${encodeURIComponent(account.key)}">Look at the profiles of ${state.institution}</a></p></section>`;
})}
<h2>For programs</h2>
<p>The API is at <code>/4.0</code>; send the key in the header <code>apikey</code>. Faults, settings and counts are at
<code>/_control</code>. The simulator's README lists both.</p>`,
  );
}

function webhookSentence(
  webhook: { enabled: boolean; endpoint: string | null },
  queue: { waiting: number; isStalled: boolean; delivered: number },
): string {
  if (!webhook.enabled || !webhook.endpoint) return "Switched off";
  return `${queue.delivered} delivered, ${queue.waiting} waiting${queue.isStalled ? "; the queue is stalled" : ""}, to ${webhook.endpoint}`;
}

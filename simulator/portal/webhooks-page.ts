import { html, raw } from "hono/html";
import type { Account } from "../account.ts";
import type { Webhook } from "../config.ts";
import type { Attempt } from "../webhooks/deliver.ts";
import { EVENTS } from "../webhooks/event-names.ts";
import type { OutboxState } from "../webhooks/lane.ts";
import type { Message } from "../webhooks/message.ts";
import type { World } from "../world.ts";
import { badge } from "./badge.ts";
import { option } from "./list-page.ts";
import { type Html, NOTHING } from "./markup.ts";
import { page, query } from "./page.ts";
import { conditionBadge, conditionSentence } from "./webhook-condition.ts";
import { when } from "./when.ts";

const WAITING_SHOWN = 25;

/** The webhook queue of one account and its settings, as in Passfort under Manage account. */
export function webhooksPage(
  world: World,
  account: Account,
  said: { done?: string | undefined; problem?: string | undefined } = {},
): Html {
  const state = world.outbox.state(account);
  return page(
    { world, account, title: "Webhooks", here: "webhooks", ...said },
    html`<div class="stack tight"><h1>Webhooks of ${account.institution.name}</h1>
<p>Each change is told to one endpoint, in order. Only HTTP 200 counts as taken; anything else holds back all that follows.</p></div>
<div class="columns"><div class="stack">${queueSection(world, account, state)}${attemptsSection(state.attempts)}${waitingSection(world.outbox.waiting(account))}</div>
<div class="stack">${switchSection(account, state)}${settingsSection(account)}</div></div>`,
  );
}

function queueSection(world: World, account: Account, state: OutboxState): Html {
  const { condition, waiting, delivered, failuresInARow, nextAttemptAt, lastProcessedAt, stalledSince } = state;
  return html`<section aria-labelledby="queue"><h2 id="queue">Queue</h2><div class="card">
<div class="stack tight"><div class="row">${conditionBadge(condition)}<a href="/portal/webhooks${query(account)}">Look again</a></div><p>${conditionSentence(condition)}</p></div>
<dl class="tiles">${tile("Waiting", waiting)}${tile("Delivered", delivered)}${tile("Failures in a row", failuresInARow)}</dl>
<dl class="facts">${stalledSince ? html`<dt>Stalled since</dt><dd>${when(stalledSince)}</dd>` : NOTHING}
<dt>Next attempt</dt><dd>${nextAttemptAt ? when(nextAttemptAt) : "none planned"}</dd>
<dt>Last processed</dt><dd>${lastProcessedAt ? when(lastProcessedAt) : "nothing yet"}</dd>
<dt>Time now (UTC)</dt><dd>${when(world.clock.now())}</dd></dl>
${
  waiting > 0
    ? html`<form method="post" action="/portal/webhooks/retry${query(account)}"><button class="primary">Retry now</button></form>`
    : NOTHING
}</div></section>`;
}

function tile(words: string, count: number): Html {
  return html`<div><dt>${words}</dt><dd>${count}</dd></div>`;
}

function attemptsSection(attempts: Attempt[]): Html {
  return html`<section aria-labelledby="attempts"><h2 id="attempts">Last ten attempts</h2><div class="card">${
    attempts.length === 0
      ? html`<p class="empty">Nothing has been sent yet.</p>`
      : html`<ul class="rows">${attempts.map(attemptRow)}</ul>`
  }</div></section>`;
}

function attemptRow({ status, problem, event, messages, messageId, at }: Attempt): Html {
  const outcome = status === null ? (problem ?? "no answer") : String(status);
  return html`<li class="stack tight-rows"><div class="row apart"><span class="row">${badge(status === 200 ? "green" : "red", outcome)}<code>${event}</code>${
    messages > 1 ? html`<span>and ${messages - 1} more</span>` : NOTHING
  }</span><span class="dim small">${when(at)}</span></div><div class="dim small"><code>${messageId}</code></div></li>`;
}

function waitingSection(messages: Message[]): Html {
  if (messages.length === 0) return NOTHING;
  return html`<section aria-labelledby="waiting"><h2 id="waiting">Waiting, in the order in which they leave</h2><div class="card"><ul class="rows">${messages
    .slice(0, WAITING_SHOWN)
    .map(
      ({ event, timestamp, data }) =>
        html`<li class="row apart"><span><code>${event}</code> <a class="small" href="/portal/profiles/${encodeURIComponent(String(data.profile_id))}">${String(data.customer_ref ?? "profile")}</a></span><span class="dim small">${when(timestamp * 1000)}</span></li>`,
    )}</ul>${messages.length > WAITING_SHOWN ? html`<p class="dim">And ${messages.length - WAITING_SHOWN} more.</p>` : NOTHING}</div></section>`;
}

function switchSection(account: Account, { waiting }: OutboxState): Html {
  const { enabled, endpoint } = account.webhook;
  return html`<section aria-labelledby="switch"><h2 id="switch">On and off</h2><div class="card"><div class="stack tight">
<p>Webhooks are ${enabled ? "on" : "off"}${endpoint ? html` and go to <code>${endpoint}</code>` : NOTHING}. ${consequenceOf(account.webhook, waiting)}</p>
<form method="post" action="/portal/webhooks/switch${query(account)}"><button name="enabled" value="${enabled ? "off" : "on"}" class="${enabled ? "danger" : "primary"}">${enabled ? "Switch off" : "Switch on"}</button></form></div></div></section>`;
}

/** What pressing the button means for what waits and for what happens later. */
function consequenceOf({ enabled, endpoint }: Webhook, waiting: number): string {
  if (!enabled)
    return endpoint ? "What happens while they are off is told to nobody." : "Give an endpoint below first.";
  if (waiting === 0) return "Nothing waits now. What happens while they are off is told to nobody.";
  const messages = waiting === 1 ? "message that waits" : `${waiting} messages that wait`;
  return `Switching off drops the ${messages}, for good.`;
}

function settingsSection(account: Account): Html {
  const { webhook } = account;
  return html`<section aria-labelledby="settings"><h2 id="settings">Settings</h2><div class="card"><form class="fields" method="post" action="/portal/webhooks/settings${query(account)}">
<div class="grid"><label class="field whole">Endpoint<input type="url" name="endpoint" value="${webhook.endpoint ?? ""}" placeholder="http://127.0.0.1:3000/hook"></label>
<label class="field whole"><span>Shared secret <span class="dim">leave empty to keep it</span></span><input name="secret" autocomplete="off" spellcheck="false"></label></div>
<fieldset><legend>Events</legend><div class="stack tight">${eventNames(webhook).map((name) => eventTick(name, webhook))}</div></fieldset>
<fieldset><legend>Way of sending</legend><div class="grid">
<div class="whole stack tight">${tick("batching", webhook.batching, html`In batches of up to a hundred`)}${tick("shuffle", webhook.shuffle, html`In chance order`)}</div>
${secondsField("batchEveryMs", "Seconds for a batch", webhook.batchEveryMs, { max: 10 })}
<label class="field">A batch is<select name="batchShape">${option("array", "an array", webhook.batchShape)}${option("events", "{events: […]}", webhook.batchShape)}</select></label>
${numberField("duplicateEvery", "Every nth twice (0: never)", webhook.duplicateEvery, 0)}</div></fieldset>
<fieldset><legend>When it is not answered with 200</legend><div class="grid">
${secondsField("timeoutMs", "Seconds for the answer", webhook.timeoutMs)}
${secondsField("retryFirstMs", "Seconds to the first retry", webhook.retryFirstMs)}
${secondsField("retryMaxMs", "Doubled up to, seconds", webhook.retryMaxMs)}
${numberField("stalledAfterFailures", "Stalled after failures", webhook.stalledAfterFailures, 1)}</div></fieldset>
<div><button class="primary">Save the settings</button></div></form></div></section>`;
}

/** The known ones, and whatever else the configuration names. */
function eventNames({ events }: Webhook): string[] {
  return [...Object.keys(EVENTS), ...events.filter((name) => !Object.hasOwn(EVENTS, name))];
}

function eventTick(name: string, { events }: Webhook): Html {
  const known = Object.hasOwn(EVENTS, name) ? EVENTS[name as keyof typeof EVENTS] : undefined;
  const remarks = [
    known?.certainty === "guessed" ? "a guessed name" : "",
    known && "never" in known ? `never sent here: ${known.never}` : "",
    known ? "" : "not a published event",
  ].filter(Boolean);
  return html`<label class="tick"><input type="checkbox" name="events" value="${name}" ${events.includes(name) ? raw("checked") : NOTHING}><span>${known?.label ?? name} <span class="dim small"><code>${name}</code>${remarks.length > 0 ? `; ${remarks.join("; ")}` : ""}</span></span></label>`;
}

function tick(name: string, isOn: boolean, words: Html): Html {
  return html`<label class="tick"><input type="checkbox" name="${name}" value="on" ${isOn ? raw("checked") : NOTHING}><span>${words}</span></label>`;
}

function secondsField(name: string, words: string, ms: number, { max }: { max?: number } = {}): Html {
  const limit = max === undefined ? NOTHING : html`max="${max}"`;
  return html`<label class="field">${words}<input type="number" name="${name}" min="0" step="any" ${limit} required value="${ms / 1000}"></label>`;
}

function numberField(name: string, words: string, value: number, min: number): Html {
  return html`<label class="field">${words}<input type="number" name="${name}" min="${min}" step="1" required value="${value}"></label>`;
}

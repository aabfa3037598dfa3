import { html, raw } from "hono/html";
import type { Account } from "../account.ts";
import type { FaultRule } from "../api/fault-plan.ts";
import { OPERATIONS } from "../api/operations.ts";
import type { Limit, LimitedCall } from "../config.ts";
import { settingsSchema } from "../settings.ts";
import type { World } from "../world.ts";
import { RECIPES } from "./bad-day-recipes.ts";
import { badge } from "./badge.ts";
import { labelOf } from "./label-of.ts";
import { option } from "./list-page.ts";
import { type Html, NOTHING } from "./markup.ts";
import { page, query } from "./page.ts";
import { choiceOf, SWITCH_NAMES, type SwitchName } from "./switch-choice.ts";
import { SWITCHES } from "./switch-groups.ts";
import { when } from "./when.ts";

/** What happens to a call that a rule hits. */
const KINDS: Record<FaultRule["kind"], string> = {
  drop_after: "carried out, then the connection is cut",
  drop_late: "the connection is cut, and it is carried out later",
  drop_before: "the connection is cut, nothing is done",
  "429": "429, told to wait",
  "500": "500, an internal error",
  "502_html": "502 with a page of HTML",
  errors_in_200: "not done, said inside a 200",
  delay: "carried out, answered late",
  truncated_json: "carried out, half of the answer",
  trickle: "carried out, the answer trickles in",
  unknown_enums: "carried out, with values nobody has published",
};

const LIMITS: Record<LimitedCall, string> = {
  createProfile: "Creating profiles",
  replaceCollectedData: "Replacing collected data",
  auditReport: "Audit reports",
};

/** Where misbehaviour is ordered and taken back: faults, quota, time and switches. */
export function badDaysPage(
  world: World,
  account: Account,
  said: { done?: string | undefined; problem?: string | undefined } = {},
): Html {
  return page(
    { world, account, title: "Bad days", here: "bad-days", ...said },
    html`<div class="stack tight"><h1>Bad days</h1>
<p>Everything here concerns what programs meet at the API. It holds until you take it back or restart the simulator; the pages keep working.</p></div>
<div class="columns"><div class="stack">${rulesSection(world)}${recipesSection(account)}${orderSection(world, account)}</div>
<div class="stack">${timeSection(world, account)}${limitsSection(account)}${resetSection(account)}</div></div>
${switchesSection(world, account)}`,
  );
}

function rulesSection(world: World): Html {
  const rules = world.faults.list();
  return html`<section aria-labelledby="rules"><h2 id="rules">Ordered faults</h2><div class="card">${
    rules.length === 0
      ? html`<p class="empty">None: every call is answered as it should be.</p>`
      : html`<ul class="rows">${rules.map(
          (rule) =>
            html`<li class="row apart"><span class="grow">${sentenceOfRule(rule)}</span><span class="row">${badge(rule.fired > 0 ? "amber" : "grey", `struck ${rule.fired} of ${rule.matched}`)}</span></li>`,
        )}</ul><form method="post" action="/portal/bad-days/clear"><button class="danger">Take all of them back</button></form>`
  }</div></section>`;
}

/** A rule in words: "Every 4th call of create_profile: carried out, then the connection is cut." */
export function sentenceOfRule(rule: FaultRule): string {
  const about = [
    rule.operation === "*" ? "" : ` of ${rule.operation}`,
    rule.customerRef === undefined ? "" : ` about ${rule.customerRef}`,
    rule.account === undefined ? "" : ` with the key ${rule.account}`,
  ].join("");
  const wait = rule.retrySecs === undefined ? "" : `, for ${rule.retrySecs} s`;
  const length = rule.ms === undefined ? "" : `, ${rule.ms / 1000} s`;
  return `${whichCalls(rule, about)}: ${KINDS[rule.kind]}${wait}${length}.`;
}

function whichCalls({ nth, every, times }: FaultRule, about: string): string {
  if (nth !== undefined && every === undefined && (times ?? 1) === 1) return `The ${ordinal(nth)} call${about}`;
  const which = every === undefined ? "Each call" : `Every ${ordinal(every)} call`;
  const from = nth === undefined ? "" : ` from the ${ordinal(nth)} on`;
  const atMost = times ?? (nth === undefined ? undefined : 1);
  return `${which}${about}${from}${atMost === undefined ? "" : `, ${atMost === 1 ? "once" : `${atMost} times`}`}`;
}

function ordinal(number: number): string {
  const ends = { 1: "st", 2: "nd", 3: "rd" } as Record<number, string>;
  const isTeen = Math.floor((number % 100) / 10) === 1;
  return `${number}${(isTeen ? undefined : ends[number % 10]) ?? "th"}`;
}

function recipesSection(account: Account): Html {
  return html`<section aria-labelledby="recipes"><h2 id="recipes">Ready-made bad days</h2><form method="post" action="/portal/bad-days/recipe${query(account)}" class="card"><ul class="rows">${Object.entries(
    RECIPES,
  ).map(
    ([name, { words, sentence }]) =>
      html`<li class="row apart"><span class="grow"><strong>${words}.</strong> ${sentence}</span><button class="small" name="recipe" value="${name}">Order<span class="hidden-words"> ${words}</span></button></li>`,
  )}</ul></form></section>`;
}

function orderSection(world: World, account: Account): Html {
  return html`<section aria-labelledby="order"><h2 id="order">Order your own</h2><form class="card" method="post" action="/portal/bad-days/order${query(account)}"><div class="stack">
<div class="grid"><label class="field">Operation<select name="operation"><option value="*">Every operation</option>${OPERATIONS.map(({ name }) => option(name, labelOf(name), ""))}</select></label>
<label class="field">What happens<select name="kind">${Object.entries(KINDS).map(([kind, words]) => option(kind, words, ""))}</select></label>
<label class="field">With the key of<select name="account"><option value="">Any account</option>${world.accounts.map((one) => option(one.key, one.institution.name, ""))}</select></label>
<label class="field"><span>About the reference <span class="dim">or empty</span></span><input name="customerRef" autocomplete="off"></label>
<label class="field"><span>From which call on <span class="dim">or empty</span></span><input type="number" name="nth" min="1" step="1"></label>
<label class="field"><span>Every so many calls <span class="dim">or empty</span></span><input type="number" name="every" min="1" step="1"></label>
<label class="field"><span>How often at most <span class="dim">or empty</span></span><input type="number" name="times" min="1" step="1"></label>
<label class="field">Milliseconds, for late ones<input type="number" name="ms" min="0" step="1"></label>
<label class="field">Seconds to wait, for 429<input type="number" name="retrySecs" min="0" step="any"></label></div>
<p class="small dim">Only calls that fit are counted. “From which call on” alone strikes once; without it, and without “how often”, the fault strikes until it is taken back.</p>
<div><button class="primary">Order this fault</button></div></div></form></section>`;
}

function timeSection(world: World, account: Account): Html {
  const hop = (ms: number, words: string) =>
    html`<button class="small" name="advanceMs" value="${ms}">${words}</button>`;
  return html`<section aria-labelledby="time"><h2 id="time">Time</h2><form class="card" method="post" action="/portal/bad-days/time${query(account)}"><div class="stack tight">
<p>It is ${when(world.clock.now())} UTC in here. Moving on refills quotas, ends waits and lets tasks expire; there is no way back but a restart.</p>
<div class="row"><span>Move on by</span>${hop(10_000, "10 s")}${hop(60_000, "1 min")}${hop(3_600_000, "1 h")}${hop(30 * 86_400_000, "30 days")}</div></div></form></section>`;
}

function limitsSection(account: Account): Html {
  return html`<section aria-labelledby="quota"><h2 id="quota">Quota of ${account.institution.name}</h2><form class="card" method="post" action="/portal/bad-days/limits${query(account)}"><div class="stack tight">
<p>Over it, a call is answered with 429. The burst is how many calls may come at once. A change fills the quota again.</p>${Object.entries(
    LIMITS,
  ).map(([name, words]) => limitFields(name, words, account.limits[name as LimitedCall]))}
<div><button>Set the quota</button></div></div></form></section>`;
}

function limitFields(name: string, words: string, limit: Limit): Html {
  return html`<fieldset><legend>${words}</legend><div class="grid">
<label class="field">An hour<input type="number" name="${name}.perHour" min="1" step="any" required value="${limit.perHour}"></label>
<label class="field">Burst<input type="number" name="${name}.burst" min="1" step="1" required value="${limit.burst}"></label></div></fieldset>`;
}

function resetSection(account: Account): Html {
  return html`<section aria-labelledby="reset"><h2 id="reset">Start again</h2><form class="card" method="post" action="/portal/bad-days/reset${query(account)}"><div class="stack tight">
<p>Empties all accounts: profiles, tags, calls, faults and waiting webhooks. Switches and endpoints stay.</p>
<div class="row ends"><label class="field reason">Type “reset” to confirm<input name="confirm" required pattern="reset" autocomplete="off"></label><button class="danger">Empty everything</button></div></div></form></section>`;
}

function switchesSection(world: World, account: Account): Html {
  const groups = [...new Set(SWITCH_NAMES.map((name) => SWITCHES[name].group))];
  const preset = settingsSchema.parse({});
  return html`<section aria-labelledby="switches"><h2 id="switches">Switches</h2><form class="card" method="post" action="/portal/bad-days/switches${query(account)}">
<p>What nobody outside Passfort knows for sure has a switch. A migration should get through with every position.</p>
${groups.map((group) => html`<fieldset><legend>${group}</legend><div class="switches">${SWITCH_NAMES.filter((name) => SWITCHES[name].group === group).map((name) => switchField(world, name, preset[name]))}</div></fieldset>`)}
<div><button class="primary">Set the switches</button></div></form></section>`;
}

function switchField(world: World, name: SwitchName, preset: unknown): Html {
  const now = world.settings[name];
  const isChanged = JSON.stringify(now) !== JSON.stringify(preset);
  const id = `switch-${name}`;
  return html`<div class="switch"><label for="${id}"><code>${name}</code></label>${control(name, id, now)}
<span class="explain">${SWITCHES[name].sentence}${isChanged ? html` ${badge("amber", `usually ${textOf(preset)}`)}` : NOTHING}</span></div>`;
}

function control(name: SwitchName, id: string, now: unknown): Html {
  const choice = choiceOf(name);
  if (choice.kind === "positions")
    return html`<select id="${id}" name="${name}">${choice.positions.map((position) => html`<option value="${String(position)}" ${position === now ? raw("selected") : NOTHING}>${textOf(position)}</option>`)}</select>`;
  if (choice.kind === "words") return html`<input id="${id}" name="${name}" value="${textOf(now)}" autocomplete="off">`;
  return html`<input id="${id}" type="number" name="${name}" min="0" step="any" required value="${String(now)}">`;
}

function textOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value.replaceAll("_", " ") : String(value);
}

import { html } from "hono/html";
import type { Account } from "../account.ts";
import type { Seen } from "../api/journal.ts";
import type { World } from "../world.ts";
import { badge, type Tone } from "./badge.ts";
import { labelOf } from "./label-of.ts";
import { option } from "./list-page.ts";
import { type Html, NOTHING } from "./markup.ts";
import { page } from "./page.ts";
import { when } from "./when.ts";

const SHOWN_MAX = 100;
const LOOKED_THROUGH = 2_000;

export type CallsWish = { operation: string; outcome: string };

const OUTCOMES = {
  "": "Any",
  ok: "Taken (2xx)",
  refused: "Refused (4xx)",
  failed: "Failed (5xx or cut)",
  fault: "With an ordered fault",
};

/** The journal of one account: operation, answer, time and fault of each call; never what was sent or answered. */
export function callsPage(world: World, account: Account, wish: CallsWish): Html {
  const { calls, inFlight, peakConcurrency } = world.journal.totals(account.key);
  const operations = Object.entries(calls).toSorted(([, some], [, others]) => others - some);
  const found = world.journal
    .recent(LOOKED_THROUGH)
    .filter((seen) => seen.account === account.key && isWanted(seen, wish))
    .slice(0, SHOWN_MAX);
  return page(
    { world, account, title: "Calls", here: "calls" },
    html`<div class="stack tight"><h1>Calls of ${account.institution.name}</h1>
<p>What programs asked for with this key, newest first. What they sent and what was answered is never kept.</p></div>
<section aria-labelledby="totals"><h2 id="totals">Since the start or the last reset</h2><div class="card">
<dl class="tiles">${tile("In flight now", inFlight)}${tile("Most at once", peakConcurrency)}${operations.map(([name, count]) => tile(labelOf(name), count))}</dl></div></section>
<section aria-labelledby="recent"><h2 id="recent">Recent calls</h2><div class="stack tight">
<form method="get" action="/portal/calls"><input type="hidden" name="account" value="${account.key}"><div class="grid">
<label class="field">Operation<select name="operation"><option value="">Any</option>${operations.map(([name]) => option(name, labelOf(name), wish.operation))}</select></label>
<label class="field">Outcome<select name="outcome">${Object.entries(OUTCOMES).map(([name, words]) => option(name, words, wish.outcome))}</select></label>
<div><button type="submit">Show</button></div></div></form>
<div class="card">${found.length === 0 ? html`<p class="empty">${operations.length === 0 ? "No program has called with this key yet." : "No recent call is like this."}</p>` : table(found)}</div>
${found.length === SHOWN_MAX ? html`<p class="dim">The newest ${SHOWN_MAX} are shown.</p>` : NOTHING}</div></section>`,
  );
}

function isWanted({ operation, status, fault }: Seen, wish: CallsWish): boolean {
  if (wish.operation !== "" && operation !== wish.operation) return false;
  switch (wish.outcome) {
    case "ok":
      return status >= 200 && status < 300;
    case "refused":
      return status >= 400 && status < 500;
    case "failed":
      return status >= 500 || status === 0;
    case "fault":
      return fault !== undefined;
    default:
      return true;
  }
}

function tile(words: string, count: number): Html {
  return html`<div><dt>${words}</dt><dd>${count}</dd></div>`;
}

function table(calls: Seen[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table of calls"><table>
<thead><tr><th scope="col">Operation</th><th scope="col">Answer</th><th scope="col" class="number">Took</th><th scope="col">Ordered fault</th><th scope="col">Arrived (UTC)</th></tr></thead>
<tbody>${calls.map(
    ({ operation, status, durationMs, fault, at }) =>
      html`<tr><td><code>${operation}</code></td><td>${badge(toneOf(status), status === 0 ? "none" : String(status))}</td>
<td class="number nowrap">${durationMs} ms</td><td>${fault ? labelOf(fault) : html`<span class="dim">none</span>`}</td><td class="nowrap dim">${when(at)}</td></tr>`,
  )}</tbody></table></div>`;
}

function toneOf(status: number): Tone {
  if (status >= 200 && status < 300) return "green";
  return status >= 400 && status < 500 ? "amber" : "red";
}

import { html } from "hono/html";
import type { MonitoringEvent } from "../profile/monitoring-event.ts";
import type { Profile } from "../profile/profile.ts";
import { statusBadge } from "./badge.ts";
import { labelOf } from "./label-of.ts";
import { option } from "./list-page.ts";
import { type Html, NOTHING } from "./markup.ts";
import { when } from "./when.ts";

/** Those that Passfort offers to test ongoing monitoring with (API contract §5.4). */
const RAISED_BY_HAND = ["PEP_FLAG", "SANCTION_FLAG", "ADVERSE_MEDIA_FLAG", "REFER_FLAG"];

const RESOLVED_AS = { MATCH: "a match", MISMATCH: "a mismatch", IGNORE: "to be ignored", UNRESOLVED: "open again" };

export function eventsSection(profile: Profile): Html {
  return html`<section aria-labelledby="events"><h2 id="events">Monitoring events</h2><div class="card">${
    profile.events.length === 0
      ? html`<p class="empty">Monitoring has found nothing.</p>`
      : html`<ul class="rows">${profile.events.toReversed().map((event) => eventRow(profile, event))}</ul>`
  }<form class="row ends" method="post" action="/portal/profiles/${profile.id}/events">
<label class="field reason">Raise a monitoring event<select name="event_type">${RAISED_BY_HAND.map((type) => option(type, labelOf(type), ""))}</select></label><button>Raise</button></form></div></section>`;
}

function eventRow(profile: Profile, event: MonitoringEvent): Html {
  const name = labelOf(event.data.event_type);
  const form = html`<form class="row ends" method="post" action="/portal/profiles/${profile.id}/events/${event.id}">
<label class="field">It is<select name="resolution">${Object.entries(RESOLVED_AS)
    .filter(([resolution]) => resolution !== event.resolution)
    .map(([resolution, words]) => option(resolution, words, ""))}</select></label>
<label class="field reason">Because<input name="reason" autocomplete="off" maxlength="500"></label><button class="small">Resolve<span class="hidden-words"> ${name}</span></button></form>`;
  return html`<li class="stack tight"><div class="row"><strong>${name}</strong>${statusBadge(event.resolution)}</div>
<div class="dim small">Found ${when(event.creationDate)}${event.resolutionDate ? html`, resolved ${when(event.resolutionDate)}` : NOTHING}${event.resolutionReason ? `: ${event.resolutionReason}` : ""}</div>
${event.resolution === "UNRESOLVED" ? form : html`<details><summary class="small">Say something else<span class="hidden-words"> about ${name}</span></summary>${form}</details>`}</li>`;
}

import { html } from "hono/html";
import type { Profile } from "../profile/profile.ts";
import { labelOf } from "./label-of.ts";
import { type Html, NOTHING } from "./markup.ts";

/** What the client is asked for; while there is any, checks wait (API contract §5.4). */
export function missingDataSection(profile: Profile): Html {
  if (profile.collectionSteps.length === 0) return NOTHING;
  return html`<section aria-labelledby="missing"><h2 id="missing">Missing data</h2><div class="card"><div class="stack tight"><p>Checks wait until this is there. Edit the data to give it.</p>
<ul class="plain-list">${profile.collectionSteps.map((step) => html`<li>${labelOf(step.collection_type)}</li>`)}</ul></div></div></section>`;
}

import { html } from "hono/html";
import type { Profile } from "../profile/profile.ts";
import { statusBadge } from "./badge.ts";
import type { Html } from "./markup.ts";

const VERBS: Record<Profile["status"], string> = { NORMAL: "Back to normal", SUSPENDED: "Suspend", BANNED: "Ban" };

/** A profile that is not normal cannot be approved. */
export function statusSection(profile: Profile): Html {
  const others = (Object.keys(VERBS) as Profile["status"][]).filter((status) => status !== profile.status);
  return html`<section aria-labelledby="status"><h2 id="status">Status</h2><div class="card"><form class="row" method="post" action="/portal/profiles/${profile.id}/status">${statusBadge(profile.status)}${others.map(
    (status) => html`<button class="small" name="status" value="${status}">${VERBS[status]}</button>`,
  )}</form></div></section>`;
}

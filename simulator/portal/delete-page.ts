import { html } from "hono/html";
import type { Account } from "../account.ts";
import { displayNameOf } from "../profile/display-name.ts";
import { linkedRoles } from "../profile/linked-roles.ts";
import { customerRefOf, type Profile } from "../profile/profile.ts";
import type { World } from "../world.ts";
import { type Html, NOTHING } from "./markup.ts";
import { page } from "./page.ts";

/** What the person must type before the profile goes: its reference, or its name when it has none. */
export function wordsToDelete(profile: Profile): string {
  return (customerRefOf(profile) || displayNameOf(profile.collectedData)).trim();
}

export function deletePage(world: World, account: Account, profile: Profile, problem?: string): Html {
  const name = displayNameOf(profile.collectedData);
  const path = `/portal/profiles/${profile.id}`;
  const associates = linkedRoles(profile.collectedData).size;
  return page(
    { world, account, title: `Delete ${name}`, here: "profiles", problem },
    html`<div class="stack tight"><p class="crumbs"><a href="${path}">${name}</a></p><h1>Delete ${name}?</h1>
<p>The profile is gone with its applications, tasks, checks and audit log; the API answers 404 for it from then on, and no
webhook tells anybody. There is no way back.</p>${
      associates > 0
        ? html`<p>${associates === 1 ? "Its associate loses its application" : `Its ${associates} associates lose their applications`}, and can never be linked to another company.</p>`
        : NOTHING
    }</div>
<form class="card" method="post" action="${path}/delete"><div class="row ends"><label class="field reason">Type “${wordsToDelete(profile)}” to confirm<input name="confirm" required autocomplete="off"></label><button class="danger">Delete for good</button><a class="button" href="${path}">Keep it</a></div></form>`,
  );
}

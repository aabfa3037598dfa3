import { html, raw } from "hono/html";
import type { Account } from "../account.ts";
import { displayNameOf } from "../profile/display-name.ts";
import { etagOf } from "../profile/etag.ts";
import type { Profile } from "../profile/profile.ts";
import type { World } from "../world.ts";
import { type DataField, FIELDS, nameOfField, textOfField } from "./data-field.ts";
import { option } from "./list-page.ts";
import { type Html, NOTHING } from "./markup.ts";
import { page } from "./page.ts";

export type EditAs = "fields" | "json";

/** What was typed and could not be stored, and why. */
export type Unsaved = { sentences: string[]; isConflict: boolean; textOf: (name: string) => string | undefined };

/** The form for the collected data, in a few fields or as JSON; both carry the version that the person saw. */
export function editPage(world: World, account: Account, profile: Profile, as: EditAs, unsaved?: Unsaved): Html {
  const name = displayNameOf(profile.collectedData);
  const path = `/portal/profiles/${profile.id}`;
  // After a mistake the version stays the one that was seen, or a change by somebody else would slip by.
  const version = (unsaved?.isConflict ? undefined : unsaved?.textOf("if_match")) ?? etagOf(profile);
  const tab = (one: EditAs, words: string) =>
    html`<a href="${path}/edit?as=${one}" ${one === as ? raw('aria-current="page"') : NOTHING}>${words}</a>`;
  return page(
    { world, account, title: `Edit ${name}`, here: "profiles" },
    html`<div class="stack tight"><p class="crumbs"><a href="${path}">${name}</a></p><h1>Edit the collected data</h1>
<p>Saving replaces the data as a whole and makes a new version of them. If somebody else saves first, you are told and nothing is lost.</p></div>
${unsaved ? unsavedNote(unsaved, as) : NOTHING}
<div class="row"><nav class="segments" aria-label="Ways to edit">${tab("fields", "In fields")}${tab("json", "As JSON")}</nav></div>
<form class="card narrow" method="post" action="${path}/edit?as=${as}">
${as === "fields" ? fieldInputs(profile, unsaved) : jsonInput(profile, unsaved)}
<div class="row"><input type="hidden" name="if_match" value="${version}"><button class="primary">Save</button><a class="button" href="${path}">Leave as it is</a></div></form>
${unsaved?.isConflict ? currentData(profile) : NOTHING}`,
  );
}

const CONFLICTS: Record<EditAs, string> = {
  fields:
    "What you changed is still in the form; everything else in it is as it is now, and the whole stands below. Saving again puts your changes on top.",
  json: "What you typed is still in the form, and the data as they are now stand below it. Saving again puts yours in their place.",
};

function unsavedNote({ sentences, isConflict }: Unsaved, as: EditAs): Html {
  if (isConflict)
    return html`<div class="note warning" role="alert"><p><strong>Not saved.</strong> Somebody changed this data after you opened it, so the version you saw is no longer the newest. ${CONFLICTS[as]}</p></div>`;
  return html`<div class="note problem" role="alert"><p><strong>Not saved.</strong> ${sentences.length === 1 ? sentences[0] : "Several things are wrong:"}</p>${
    sentences.length > 1 ? html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>` : NOTHING
  }</div>`;
}

function fieldInputs(profile: Profile, unsaved: Unsaved | undefined): Html {
  const data = profile.collectedData;
  return html`<div class="grid">${FIELDS[data.entity_type].map((field) => {
    const now = textOfField(data, field);
    return html`<input type="hidden" name="${seenName(field)}" value="${now}"><label class="field"><span>${field.label}${field.hint ? html` <span class="dim">${field.hint}</span>` : NOTHING}</span>${input(field, unsaved ? textAgain(unsaved, field, now) : now)}</label>`;
  })}</div><p class="small dim">An empty field is taken out of the data. Addresses, links, documents and everything else stay as they are; edit them as JSON.</p>`;
}

/** Where the form keeps what stood in a field when it was opened, to tell a person's changes from another's. */
function seenName(field: DataField): string {
  return `seen.${nameOfField(field)}`;
}

function textAgain({ isConflict, textOf }: Unsaved, field: DataField, now: string): string {
  const typed = textOf(nameOfField(field));
  if (typed === undefined) return now;
  return isConflict && typed.trim() === textOf(seenName(field))?.trim() ? now : typed;
}

function input(field: DataField, text: string): Html {
  const name = nameOfField(field);
  if (field.kind !== "gender") return html`<input name="${name}" value="${text}" autocomplete="off">`;
  return html`<select name="${name}">${option("", "not given", text)}${option("F", "F", text)}${option("M", "M", text)}</select>`;
}

function jsonInput(profile: Profile, unsaved: Unsaved | undefined): Html {
  const text = unsaved?.textOf("json") ?? JSON.stringify(profile.collectedData, null, 2);
  return html`<label class="field">The whole of the collected data<textarea class="code" name="json" spellcheck="false" autocomplete="off" rows="24">
${text}</textarea></label>`;
}

function currentData(profile: Profile): Html {
  return html`<section aria-labelledby="now"><h2 id="now">As it is now</h2><pre tabindex="0" role="region" aria-label="Collected data as they are now">${JSON.stringify(profile.collectedData, null, 2)}</pre></section>`;
}

import { html, raw } from "hono/html";
import type { Account } from "../account.ts";
import { PORTAL_PERSON } from "../control/person.ts";
import type { World } from "../world.ts";
import { type IconName, icon } from "./icon.ts";
import { type Html, NOTHING } from "./markup.ts";

export type Frame = {
  world: World;
  /** The account that the pages beside this one will show. */
  account: Account | undefined;
  title: string;
  here?: Place;
  /** One sentence about what was just done. */
  done?: string | undefined;
  /** Why something was not done. */
  problem?: string | undefined;
};

export type Place = "overview" | "profiles" | "webhooks" | "bad-days" | "calls";

const PLACES: { place: Place; path: string; words: string; icon: IconName }[] = [
  { place: "overview", path: "/", words: "Overview", icon: "overview" },
  { place: "profiles", path: "/portal", words: "Profiles", icon: "people" },
  { place: "webhooks", path: "/portal/webhooks", words: "Webhooks", icon: "send" },
  { place: "bad-days", path: "/portal/bad-days", words: "Bad days", icon: "storm" },
  { place: "calls", path: "/portal/calls", words: "Calls", icon: "list" },
];

/** The frame of every page. Everything put into it through `html` is escaped. */
export function page(frame: Frame, content: Html | Html[]): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${frame.title} · Passfort simulator</title><link rel="stylesheet" href="/portal/style.css"><link rel="icon" href="/portal/mark.svg"></head>
<body><a class="skip" href="#content">Skip to the content</a>
<aside class="banner" aria-label="What this is"><strong>Simulator: not Passfort.</strong> Nothing here is sent to Passfort or charged.</aside>
<header class="head"><a class="brand" href="/${query(frame.account)}">${icon("door", 22)}The portal</a>
${accountChoice(frame)}<span class="as dim small">You act as ${PORTAL_PERSON}</span></header>
<div class="body"><nav class="side" aria-label="Pages"><ul>${PLACES.map((one) => placeLink(one, frame))}</ul></nav>
<main id="content" tabindex="-1"><div class="stack">${notes(frame)}${content}</div></main></div></body></html>`;
}

/** A page with one sentence, for what went wrong. */
export function messagePage(world: World, title: string, sentence: string): Html {
  return page(
    { world, account: undefined, title },
    html`<div class="stack tight"><h1>${title}</h1><p>${sentence}</p><p><a href="/">Back to the overview</a></p></div>`,
  );
}

/** The part of an address that keeps the account chosen. */
export function query(account: Account | undefined): string {
  return account ? `?account=${encodeURIComponent(account.key)}` : "";
}

function notes({ done, problem }: Frame): Html {
  return html`${done ? html`<p class="note" role="status">${done}</p>` : NOTHING}${
    problem ? html`<p class="note problem" role="alert"><strong>Not done.</strong> ${problem}</p>` : NOTHING
  }`;
}

function accountChoice({ world, account, here }: Frame): Html {
  const path = PLACES.find(({ place }) => place === here)?.path ?? "/portal";
  return html`<nav class="segments" aria-label="Accounts">${world.accounts.map(
    (one) =>
      html`<a href="${path}${query(one)}" ${one === account ? raw('aria-current="true"') : NOTHING}>${one.institution.name}</a>`,
  )}</nav>`;
}

function placeLink({ place, path, words, icon: name }: (typeof PLACES)[number], frame: Frame): Html {
  const current = place === frame.here ? raw('aria-current="page"') : NOTHING;
  return html`<li><a href="${path}${query(frame.account)}" ${current}>${icon(name, 18)}${words}</a></li>`;
}

import { html, raw } from "hono/html";

export type Html = ReturnType<typeof html>;

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --dim: #5b6675; --line: #d9dfe7; --paper: #fff; --back: #f3f5f8; --accent: #3b4cca; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --dim: #9aa6b6; --line: #303a47; --paper: #1b222c; --back: #12171e; --accent: #8f9bff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
.notice { background: #7a4b00; color: #fff; padding: .4rem 1rem; text-align: center; font-size: .875rem; }
main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 1rem 0 .5rem; } h2 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
p { max-width: 44rem; } a { color: var(--accent); } .dim { color: var(--dim); } code { overflow-wrap: anywhere; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.25rem; margin: .75rem 0; }
.card > :first-child { margin-top: 0; } .card > :last-child { margin-bottom: 0; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; background: var(--paper); }
th, td { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-size: .8rem; color: var(--dim); font-weight: 600; }
.pill { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .6rem; font-size: .8rem; white-space: nowrap; margin: 0 .25rem .25rem 0; }
form { display: inline-flex; gap: .5rem; flex-wrap: wrap; align-items: end; }
label { display: grid; font-size: .8rem; color: var(--dim); }
input, select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .7rem; }
button { cursor: pointer; border-color: var(--accent); } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0; } dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; }
pre { overflow-x: auto; font-size: .85rem; margin: 0; }`;

/** The frame of every page. Everything put into it through \`html\` is escaped. */
export function page(title: string, content: Html | Html[]): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Passfort simulator</title><style>${raw(STYLE)}</style></head>
<body><div class="notice">Simulator. This is not Passfort: nothing here is sent to anyone or charged.</div>
<main>${content}</main></body></html>`;
}

export function messagePage(title: string, sentence: string): Html {
  return page(title, html`<h1>${title}</h1><p>${sentence}</p><p><a href="/">Back to the start</a></p>`);
}

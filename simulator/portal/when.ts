import { html } from "hono/html";
import type { Html } from "./markup.ts";

const FORMAT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  timeZone: "UTC",
});

/** A moment as "24 Nov 2026, 16:53:12"; UTC, as all times of the API. Takes milliseconds, ISO, or `YYYY-MM-DD HH:MM:SS`. */
export function when(moment: number | string): Html {
  const ms = typeof moment === "number" ? moment : Date.parse(zoned(moment));
  if (Number.isNaN(ms)) return html`${moment}`;
  return html`<time datetime="${new Date(ms).toISOString()}">${FORMAT.format(ms)}</time>`;
}

function zoned(text: string): string {
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text) ? `${text.replace(" ", "T")}Z` : text;
}

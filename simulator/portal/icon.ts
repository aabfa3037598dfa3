import { html, raw } from "hono/html";
import type { Html } from "./markup.ts";

/** Drawn on a grid of 24, in lines; always beside words, so hidden from screen readers. */
const PATHS = {
  door: "M5 21V6a7 3.5 0 0 1 14 0v15M3 21h18M9 21v-9a3 2 0 0 1 6 0v9",
  overview: "M4 4h7v7H4zM13 4h7v4h-7zM13 12h7v8h-7zM4 15h7v5H4z",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20a6 6 0 0 1 12 0M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5a6 6 0 0 1 3 5.5",
  send: "M4 12 20 4l-5 16-4-6.5zM20 4l-9 9.5",
  storm: "M7 15a4.5 4.5 0 1 1 1-8.9A5.5 5.5 0 0 1 18.500 8 3.600 3.600 0 0 1 18 15M12.500 11l-2.500 5h4l-2.500 5",
  list: "M4 6h2M4 12h2M4 18h2M10 6h10M10 12h10M10 18h10",
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName, size: number): Html {
  return html`<svg width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${raw(PATHS[name])}"/></svg>`;
}

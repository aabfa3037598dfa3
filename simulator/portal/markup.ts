import { type html, raw } from "hono/html";

/** A piece of a page. Made by `html`, which escapes everything that is put into it. */
export type Html = ReturnType<typeof html>;

/** Nothing to show in a place where something could be. */
export const NOTHING = raw("");

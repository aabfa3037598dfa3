import { type Auth, makeAuth } from "../auth.ts";
import { type Context, makeContext } from "../context.ts";
import { readEnv } from "../env.ts";

type Web = { ctx: Context; auth: Auth };
/** Kept on `globalThis`: `next dev` loads this module anew with every change, and each copy would open pools of its own. */
const place = globalThis as typeof globalThis & { causewayWeb?: Web };

/** The one context of the web process, made at the first request (so that `next build` needs no configuration). */
export function webContext(): Web {
  if (!place.causewayWeb) {
    const ctx = makeContext(readEnv(), "web");
    place.causewayWeb = { ctx, auth: makeAuth(ctx.env, ctx.db) };
  }
  return place.causewayWeb;
}

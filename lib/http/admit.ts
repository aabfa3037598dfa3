import { type Context, type SignedInContext, withOperator } from "../context.ts";
import { mayDo, notPermittedSentence, type Permission } from "../domain/person.ts";
import { isSameOrigin } from "./is-same-origin.ts";
import { problemResponse } from "./problem-of.ts";
import { recordAct } from "./record-act.ts";
import { webContext } from "./web-context.ts";
import { whoIsAsking } from "./who-is-asking.ts";

/** The one place that decides who may pass: signed in, from our own page, with a role that allows it. Refused tries are audited. */
export async function admit(
  request: Request,
  permission: Permission,
  action: string,
): Promise<{ ok: true; ctx: SignedInContext } | { ok: false; response: Response }> {
  const { ctx } = webContext();
  if (request.method !== "GET" && !isSameOrigin(request)) {
    return {
      ok: false,
      response: problemResponse(403, {
        kind: "not_permitted",
        sentence: "This request came from another site and was not carried out.",
      }),
    };
  }
  const operator = await whoIsAsking(request);
  if (!operator)
    return {
      ok: false,
      response: problemResponse(401, {
        kind: "not_signed_in",
        sentence: "You are not signed in, or your session has ended. Sign in and try again.",
      }),
    };
  if (!mayDo(operator.role, permission)) {
    const sentence = notPermittedSentence(operator.role, permission);
    await recordAct(ctx, { operator, action, outcome: "not_permitted", reason: sentence });
    return { ok: false, response: problemResponse(403, { kind: "not_permitted", sentence }) };
  }
  return { ok: true, ctx: withOperator(ctx, operator) };
}

/** For routes anyone may call: a context without a person, unless one is signed in. */
export async function admitAnyone(request: Request): Promise<Context> {
  const { ctx } = webContext();
  return { ...ctx, operator: await whoIsAsking(request) };
}

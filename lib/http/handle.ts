import type { z } from "zod";
import type { Context, SignedInContext } from "../context.ts";
import type { Contract, ReplyOf } from "../contracts/contract.ts";
import { searchOf } from "../contracts/search-header.ts";
import type { Outcome } from "../domain/refusal.ts";
import { admit, admitAnyone } from "./admit.ts";
import { faultResponse, problemResponse, refusalResponse } from "./problem-of.ts";
import { recordAct } from "./record-act.ts";
import { webContext } from "./web-context.ts";

type Input<C extends Contract> = {
  params: z.output<C["params"]>;
  query: z.output<C["query"]>;
  body: z.output<C["body"]>;
};
type ContextFor<C extends Contract> = C["needs"] extends "anyone" ? Context : SignedInContext;
/** `params` is undefined for an address without parameters. */
type RouteHandler = (
  request: Request,
  route: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>;

/** JSON bodies are small: anything bigger is a file and has its own route. */
const bodyBytesMax = 1024 * 1024;

/** A route handler from a contract and a door: parse, who, may they, call, audit, reply. */
export function handle<C extends Contract>(
  contract: C,
  door: (ctx: ContextFor<C>, input: Input<C>) => Promise<Outcome<NoInfer<ReplyOf<C>>>>,
): RouteHandler {
  const action = `${contract.method} ${contract.path}`;
  return async (request, route) => {
    try {
      const admitted =
        contract.needs === "anyone"
          ? { ok: true as const, ctx: await admitAnyone(request) }
          : await admit(request, contract.needs, action);
      if (!admitted.ok) return admitted.response;
      const parsed = await parse(contract, request, (await route.params) ?? {});
      if (!parsed.ok) return parsed.response;
      const outcome = await door(admitted.ctx as ContextFor<C>, parsed.input);
      if (contract.method !== "GET" && !contract.onlyLooks)
        await audit(admitted.ctx, action, parsed.input, outcome, contract.wordsForAudit?.(parsed.input.body));
      if (!outcome.ok) return refusalResponse(outcome.refusal);
      return Response.json(outcome.value, { headers: { "cache-control": "no-store" } });
    } catch (fault) {
      return faultResponse(webContext().ctx.log, action, fault);
    }
  };
}

async function parse<C extends Contract>(
  contract: C,
  request: Request,
  params: Record<string, string>,
): Promise<{ ok: true; input: Input<C> } | { ok: false; response: Response }> {
  const read = await bodyOf(contract, request);
  if (!read.ok)
    return { ok: false, response: problemResponse(400, { kind: "invalid_input", sentence: read.sentence }) };
  const query = { ...Object.fromEntries(new URL(request.url).searchParams), ...searchOf(request.headers) };
  const given = { params, query, body: read.body };
  const fields: Record<string, string> = {};
  const input: Partial<Record<"params" | "query" | "body", unknown>> = {};
  for (const part of ["params", "query", "body"] as const) {
    const parsed = contract[part].safeParse(given[part]);
    if (parsed.success) input[part] = parsed.data;
    else for (const issue of parsed.error.issues) fields[issue.path.join(".") || part] ??= issue.message;
  }
  if (Object.keys(fields).length === 0) return { ok: true, input: input as Input<C> };
  const sentence = `This cannot be taken as it is. ${Object.entries(fields)
    .map(([field, message]) => `${field}: ${message.replace(/\.$/, "")}.`)
    .join(" ")}`;
  return { ok: false, response: problemResponse(400, { kind: "invalid_input", sentence, fields }) };
}

async function bodyOf(
  contract: Contract,
  request: Request,
): Promise<{ ok: true; body: unknown } | { ok: false; sentence: string }> {
  if (contract.method === "GET") return { ok: true, body: {} };
  const text = await request.text();
  if (text.length > bodyBytesMax) return { ok: false, sentence: "The request is larger than 1 MB." };
  if (text === "") return { ok: true, body: {} };
  try {
    return { ok: true, body: JSON.parse(text) };
  } catch {
    return { ok: false, sentence: "The request is not JSON." };
  }
}

/** Every command of a person is a line in the audit log, with the reason they gave. A refused try is a line too. */
async function audit(
  ctx: Context,
  action: string,
  input: { params: unknown; body: unknown },
  outcome: Outcome<unknown>,
  words: string | undefined,
): Promise<void> {
  const subjectId = Object.values((input.params ?? {}) as Record<string, unknown>).find(
    (value) => typeof value === "string",
  ) as string | undefined;
  const { reason, comment } = (input.body ?? {}) as { reason?: unknown; comment?: unknown };
  const given = [reason, comment, words].find((words) => typeof words === "string") as string | undefined;
  await recordAct(ctx, {
    operator: ctx.operator,
    action,
    subjectId: subjectId ?? null,
    outcome: outcome.ok ? "done" : outcome.refusal.kind,
    reason: outcome.ok ? (given ?? null) : outcome.refusal.sentence,
  });
}

import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import { customerRefOf } from "../profile/profile.ts";
import type { World } from "../world.ts";
import type { ApiContext } from "./api-context.ts";
import { authenticate } from "./authenticate.ts";
import type { FaultRule } from "./fault-plan.ts";
import { brokenAnswer, dropConnection, FAILS_BEFORE, failure } from "./misbehave.ts";
import type { Answer, Operation } from "./operation.ts";
import { rateLimitHeaders, reckon } from "./rate-limit.ts";
import { refusalAnswer, Throttled } from "./refusal-answer.ts";
import { refused } from "./refused.ts";
import { responseOf } from "./response-of.ts";
import { withUnknownEnums } from "./unknown-enums.ts";

type Caller = { account: Account; actor: Actor };

const BODY_BYTES_MAX = 80 * 1024 * 1024;
const DELAY_DEFAULT_MS = 65_000;
const LATE_DEFAULT_MS = 30_000;

/** Answers one API call: who is it, what was ordered to go wrong, is there quota left, then the operation itself. */
export async function answerCall(world: World, operation: Operation, c: ApiContext): Promise<Response> {
  const arrivedAt = Date.now();
  let caller: Caller;
  try {
    caller = authenticate(world, c.req.header("apikey"), c.req.query("apikey"));
  } catch (problem) {
    return responseOf(refusalAnswer(problem, world.settings.authErrorsAs === "200" ? "200" : "status"));
  }
  const { account } = caller;
  world.journal.begin(account.key, operation.name);
  const seen = { operation: operation.name, account: account.key, at: new Date(arrivedAt).toISOString() };
  let fault: FaultRule | undefined;
  let status = 0;
  try {
    const text = await readText(c);
    fault = world.faults.next({
      operation: operation.name,
      account: account.key,
      customerRef: subjectOf(account, c, text),
    });
    if (world.settings.latencyMs > 0) await sleep(world.settings.latencyMs);
    if (fault?.kind === "drop_before") return dropConnection(c);
    if (fault?.kind === "drop_late") {
      world.clock.after(fault.ms ?? LATE_DEFAULT_MS, () => void carryOut(world, caller, operation, c, text));
      return dropConnection(c);
    }
    const carried =
      fault && FAILS_BEFORE.has(fault.kind) ? failure(fault) : carryOut(world, caller, operation, c, text);
    const isOdd = world.settings.unknownEnumValues || fault?.kind === "unknown_enums";
    const answer = isOdd ? { ...carried, body: withUnknownEnums(carried.body) } : carried;
    status = answer.status ?? 200;
    if (fault?.kind === "drop_after") return dropConnection(c);
    if (fault?.kind === "delay") await sleep(fault.ms ?? DELAY_DEFAULT_MS);
    return (fault && (await brokenAnswer(c, fault, answer))) ?? responseOf(answer);
  } finally {
    const durationMs = Date.now() - arrivedAt;
    world.journal.end({ ...seen, status, durationMs, ...(fault ? { fault: fault.kind } : {}) });
  }
}

/** Synchronous from quota to answer, so that calls never interleave. */
function carryOut(
  world: World,
  { account, actor }: Caller,
  operation: Operation,
  c: ApiContext,
  text: string | undefined,
): Answer {
  let headers: Record<string, string> = {};
  try {
    if (operation.limit) headers = takeQuota(world, account, operation.limit);
    const answer = operation.run({
      world,
      account,
      actor,
      params: paramsOf(c),
      query: new URL(c.req.url).searchParams,
      header: (name) => c.req.header(name),
      body: parseJson(text),
    });
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } catch (problem) {
    const answer = refusalAnswer(problem, world.settings.errorsAs);
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }
}

const UUID = /^[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/i;

/** Ids may be written in any case (API contract §3.2); here they are all lower case. */
function paramsOf(c: ApiContext): Record<string, string> {
  const entries = Object.entries(c.req.param() as Record<string, string>);
  return Object.fromEntries(entries.map(([name, text]) => [name, UUID.test(text) ? text.toLowerCase() : text]));
}

function takeQuota(world: World, account: Account, name: NonNullable<Operation["limit"]>): Record<string, string> {
  const now = world.clock.now();
  const reckoning = reckon(account.limits[name], account.arrivals.get(name), now);
  account.arrivals.set(name, reckoning.arrivalMs);
  const headers = rateLimitHeaders(reckoning, now);
  if (!reckoning.isAllowed) throw new Throttled(headers);
  return headers;
}

/** Undefined when the body is too large to be read. */
async function readText(c: ApiContext): Promise<string | undefined> {
  if (c.req.method !== "POST") return "";
  const length = Number(c.req.header("content-length") ?? 0);
  return length > BODY_BYTES_MAX ? undefined : c.req.text();
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) throw refused(413, 201, "The body is larger than 80 MB.");
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refused(400, 201, "The body is not valid JSON.");
  }
}

/** The reference a call is about: that of the profile in the path, or the one being created. */
function subjectOf(account: Account, c: ApiContext, text: string | undefined): string | null {
  const profile = account.profiles.get(paramsOf(c).profile ?? "");
  if (profile) return customerRefOf(profile);
  try {
    const data = JSON.parse(text ?? "").collected_data;
    return data.customer_ref ?? data.customer_reference ?? null;
  } catch {
    return null;
  }
}

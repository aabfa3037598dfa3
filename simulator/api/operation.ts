import type { Account } from "../account.ts";
import type { Actor } from "../actor.ts";
import type { Application } from "../application/application.ts";
import type { LimitedCall } from "../config.ts";
import type { Profile, Task } from "../profile/profile.ts";
import type { World } from "../world.ts";
import { notFound } from "./refused.ts";

/** One call, ready to be answered. */
export type Call = {
  world: World;
  account: Account;
  actor: Actor;
  /** Path parameters, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  header(name: string): string | undefined;
  /** The JSON body; undefined when the operation takes none or none was sent. */
  body: unknown;
};

export type Answer = { status?: number; headers?: Record<string, string>; body: unknown };

/**
 * One operation of the public API. `run` is synchronous on purpose: one call is carried out before the next begins, so
 * that of many writers with one ETag exactly one wins.
 */
export type Operation = {
  /** Named in the journal and in fault rules. */
  name: string;
  method: "GET" | "POST" | "DELETE";
  /** Below /4.0, in Hono's notation. */
  path: string;
  limit?: LimitedCall;
  run(call: Call): Answer;
};

export function profileIn({ account, params }: Call): Profile {
  return account.profiles.get(params.profile ?? "") ?? raise("The profile");
}

export function applicationIn(call: Call): Application {
  const application = profileIn(call).applications.find((one) => one.id === call.params.application);
  return application ?? raise("The application");
}

export function taskIn(call: Call): Task {
  return profileIn(call).tasks.find((one) => one.id === call.params.task) ?? raise("The task");
}

export function raise(what: string): never {
  throw notFound(what);
}

/** A whole number from the query, or its default. */
export function numberIn(query: URLSearchParams, name: string, preset: number): number {
  const text = query.get(name);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : preset;
}

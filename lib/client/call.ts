import type { z } from "zod";
import {
  type BodyOf,
  type Contract,
  type ParamsOf,
  type Problem,
  problemSchema,
  type ReplyOf,
} from "#lib/contracts/contract.ts";
import { searchHeader } from "#lib/contracts/search-header.ts";

/** A call the server refused, or that did not reach it. `message` is the sentence for people; `httpStatus` 0 means no answer came. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly httpStatus: number;

  constructor(problem: Problem, httpStatus: number) {
    super(problem.sentence);
    this.name = "ProblemError";
    this.problem = problem;
    this.httpStatus = httpStatus;
  }
}

/** What a caller gives for a contract; a part that the contract leaves empty may be left out. */
export type CallInput<C extends Contract> = {
  params?: ParamsOf<C>;
  query?: z.input<C["query"]>;
  body?: BodyOf<C>;
  signal?: AbortSignal;
};

/** Asks the server. Returns the reply as the contract describes it, or throws a ProblemError. */
export async function call<C extends Contract>(contract: C, input: CallInput<C> = {}): Promise<ReplyOf<C>> {
  const { search, ...query } = (input.query ?? {}) as Record<string, unknown>;
  const response = await fetchOrProblem(urlOf(contract, { ...input, query: query as z.input<C["query"]> }), {
    method: contract.method,
    headers: {
      accept: "application/json",
      ...(contract.method === "GET" ? {} : { "content-type": "application/json" }),
      ...searchHeader(search),
    },
    body: contract.method === "GET" ? undefined : JSON.stringify(input.body ?? {}),
    signal: input.signal,
  });
  if (!response.ok) throw await problemOf(response);
  return contract.reply.parse(await response.json()) as ReplyOf<C>;
}

/** The address of a contract with its params and query filled in: `/api/chunks/6f…/failures?after=40`. Undefined query values are left out. */
export function urlOf<C extends Contract>(contract: C, input: Pick<CallInput<C>, "params" | "query"> = {}): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`The address ${contract.path} needs ${name}.`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

async function fetchOrProblem(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ProblemError(
      {
        kind: "unreachable",
        sentence:
          "The panel could not be reached. Check your network; nothing was changed by this attempt unless it shows when you reload.",
      },
      0,
    );
  }
}

/** The problem in a refused answer, or a plain one when the answer is not ours (a proxy's error page, for example). */
export async function problemOf(response: Response): Promise<ProblemError> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return new ProblemError(parsed.data, response.status);
  return new ProblemError(
    {
      kind: "fault",
      sentence: `The panel answered with an error (HTTP ${response.status}). Try again; if it happens again, tell an admin.`,
    },
    response.status,
  );
}

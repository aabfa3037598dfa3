import type { Settings } from "../settings.ts";
import type { Answer } from "./operation.ts";
import { Refused } from "./refused.ts";

/** Too many requests; the headers say how long to wait. The body code is inferred. */
export class Throttled extends Refused {
  readonly headers: Record<string, string>;
  constructor(headers: Record<string, string>) {
    super(429, [
      { code: 501, message: "Too many requests; wait as X-RateLimit-Retry-Secs says.", source: "API", info: {} },
    ]);
    this.headers = headers;
  }
}

/** Any refusal as an answer. What is no refusal is our own mistake: it is logged, and the caller reads code 401. */
export function refusalAnswer(problem: unknown, as: Settings["errorsAs"]): Answer {
  if (problem instanceof Throttled) return { status: 429, headers: problem.headers, body: { errors: problem.errors } };
  if (problem instanceof Refused) return { status: statusOf(problem, as), body: { errors: problem.errors } };
  console.error("simulator: an operation failed unexpectedly", problem);
  const error = { code: 401, message: "Unknown internal error.", source: "ENGINE", info: {} };
  return { status: 500, body: { errors: [error] } };
}

/** Which status goes with wrong data is not published: 400, 422, or none at all (API contract §12 rule 2). */
function statusOf(problem: Refused, as: Settings["errorsAs"]): number {
  if (as === "200") return 200;
  return as === "422" && problem.status === 400 ? 422 : problem.status;
}

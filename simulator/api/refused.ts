/** One entry of `errors` in an answer; API contract §1.5. `code` is a body code, unrelated to the HTTP status. */
export type ApiError = { code: number; message: string; source: "API" | "ENGINE" | "PROVIDER"; info: unknown };

/** An answer other than success. Which HTTP status goes with which body code is inferred. */
export class Refused extends Error {
  readonly status: number;
  readonly errors: ApiError[];

  constructor(status: number, errors: ApiError[]) {
    super(errors[0]?.message ?? "refused");
    this.status = status;
    this.errors = errors;
  }
}

export function refused(status: number, code: number, message: string, info: unknown = {}): Refused {
  return new Refused(status, [{ code, message, source: "API", info }]);
}

export function invalid(message: string, field?: string): Refused {
  return refused(400, 201, message, field ? { field } : {});
}

export function notFound(what: string): Refused {
  return refused(404, 201, `${what} does not exist in this account.`);
}

import type { ProblemError } from "#lib/client/call.ts";

/** The problem, unless all it says stands at one of these fields already: a person should read it once. */
export function unplacedProblem(error: ProblemError | null, placedFields: readonly string[]): ProblemError | null {
  const fields = Object.keys(error?.problem.fields ?? {});
  const isPlaced = fields.length > 0 && fields.every((field) => placedFields.includes(field));
  return isPlaced ? null : error;
}

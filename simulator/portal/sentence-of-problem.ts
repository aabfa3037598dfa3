import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { Refused } from "../api/refused.ts";

/** Why something was not done, one sentence for each reason. Rethrows what nobody expected. */
export function sentencesOfProblem(problem: unknown): string[] {
  if (problem instanceof Refused) return problem.errors.map(({ message }) => message);
  if (problem instanceof HTTPException) return [problem.message];
  if (problem instanceof z.ZodError)
    return problem.issues.map(({ path, message }) => `${path.join(".") || "The form"}: ${message}.`);
  throw problem;
}

/** A page that is asked for may not exist; that is not a sentence beside other things but a page of its own. */
export function isMissing(problem: unknown): boolean {
  return problem instanceof Refused && problem.status === 404;
}

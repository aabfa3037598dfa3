import type { z } from "zod";
import type { CallResult } from "../domain/failure.ts";
import { fieldOfPath } from "./field-of-path.ts";

/** What does not fit Passfort's published shape is refused by us: nothing leaves, and a person learns which field it is. */
export function unsendable(error: z.ZodError): CallResult<never> {
  const issue = deepest(error.issues[0]);
  const place = issue?.path.join(".") ?? "";
  const field = fieldOfPath(place);
  const message = `Not sent, because it is not in the form Passfort takes: ${place || "the request"} ${issue?.message ?? "is wrong"}.`;
  return {
    ok: false,
    durationMs: 0,
    failure: { kind: "refused", code: "not_sendable", message, ...(field ? { field } : {}) },
  };
}

/** Without a reference a lost answer could not be looked up, and the client might be made twice. */
export const withoutReference: CallResult<never> = {
  ok: false,
  durationMs: 0,
  failure: {
    kind: "refused",
    code: "not_sendable",
    message: "Not sent, because the client has no reference.",
    field: "reference",
  },
};

/** Without an id the call would be about something else. */
export const withoutId: CallResult<never> = notSendable("Not sent, because an id is missing.");

/** Without an ETag a write could take away what somebody else wrote meanwhile (API contract §9). */
export const withoutEtag: CallResult<never> = notSendable(
  "Not sent, because the version to be replaced is not known: Passfort gave no ETag.",
);

/** A file Passfort cannot take. @param because the rest of the sentence */
export const unsendableFile = (because: string): CallResult<never> => notSendable(`Not sent, because ${because}.`);

function notSendable(message: string): CallResult<never> {
  return { ok: false, durationMs: 0, failure: { kind: "refused", code: "not_sendable", message } };
}

type Issue = { path: PropertyKey[]; message: string };

/** A union's own issue says only that nothing fitted; the branch that came furthest says what is wrong. */
function deepest(issue: z.core.$ZodIssue | undefined): Issue | undefined {
  if (issue?.code !== "invalid_union") return issue;
  const branches = issue.errors.flatMap((branch) => {
    const inner = deepest(branch[0]);
    return inner ? [{ count: branch.length, inner }] : [];
  });
  const closest = branches.sort((one, other) => one.count - other.count)[0]?.inner;
  return closest ? { path: [...issue.path, ...closest.path], message: closest.message } : issue;
}

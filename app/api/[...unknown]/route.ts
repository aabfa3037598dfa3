import { problemResponse } from "#lib/http/problem-of.ts";

/** Whoever speaks to the API is answered by the API, not with a page for people. */
const answer = () =>
  problemResponse(404, {
    kind: "not_found",
    sentence: "The panel has no such address. See lib/contracts for what it has.",
  });

export { answer as DELETE, answer as GET, answer as POST, answer as PUT };

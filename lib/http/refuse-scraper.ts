import { createHash, timingSafeEqual } from "node:crypto";
import { problemResponse } from "./problem-of.ts";

/**
 * May this request read the metrics? Whoever scrapes is no person and has no session: it knows the token, or is told nothing.
 * @returns null when it may, else the answer it gets
 */
export function refuseScraper(request: Request, token: string | undefined): Response | null {
  if (token === undefined)
    return problemResponse(404, {
      kind: "not_found",
      sentence:
        "This panel shows no metrics. To turn them on, set METRICS_TOKEN to 16 characters or more and start anew.",
    });
  if (isToken(request.headers.get("authorization"), token)) return null;
  const refusal = problemResponse(401, {
    kind: "not_permitted",
    sentence: "The metrics are for whoever knows METRICS_TOKEN: send it as Authorization: Bearer <token>.",
  });
  refusal.headers.set("www-authenticate", "Bearer");
  return refusal;
}

/** Digests have one length, so neither length nor content shows in the time it takes. */
function isToken(authorization: string | null, token: string): boolean {
  const given = /^Bearer +(\S+) *$/i.exec(authorization ?? "")?.[1];
  return given !== undefined && timingSafeEqual(sha256(given), sha256(token));
}

const sha256 = (text: string) => createHash("sha256").update(text).digest();

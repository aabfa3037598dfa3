import { httpStatusWords } from "./http-status-words.ts";

/** Codes of Passfort (API contract §1.5) and of our own, in a few words each. */
const wordsByCode: Partial<Record<string, string>> = {
  "": "Being settled",
  "101": "Required fields are missing",
  "104": "Chargeable limit reached",
  "105": "Constraints not satisfied",
  "106": "Country not supported",
  "107": "Check limit reached",
  "201": "Invalid data",
  "202": "Data is there already",
  "203": "No API key",
  "204": "API key not valid",
  "301": "Passfort is migrating a user",
  "302": "A provider was not reached",
  "303": "A provider failed",
  "401": "Internal error of Passfort",
  "501": "Old error of Passfort",
  "502": "Product not set up",
  bad_settings: "The connection cannot be used",
  connection_lost: "Connection broke",
  never_answered: "Never answered",
  no_connection: "Not reached",
  not_settled: "Not there yet, may still come",
  several_profiles: "Several profiles found",
  stopped_before: "Stopped before it was sent again",
  stopped_halfway: "Stopped halfway",
  timeout: "No answer in time",
  worker_died: "The worker ended",
};

/** A code as people read it; one that is not known shows as it is. */
export const failureCodeWords = (code: string): string => wordsByCode[code] ?? httpStatusWords(code) ?? code;

/** One error of an answer. `code` is "" when there is none; `place` is where in the request, when Passfort says so. */
export type AnswerError = { code: string; message: string; place?: string };

/**
 * The errors an answer carries: `errors` as a list or a single object, at any HTTP status (API contract §1.5).
 * Bodies of 4xx are unpublished, so a lone `error` or `message` counts there as well.
 */
export function answerErrorsOf(json: unknown, httpStatus: number): AnswerError[] {
  if (!isObject(json)) return [];
  const listed = asList(json.errors).flatMap(errorOf);
  if (listed.length > 0 || httpStatus < 400) return listed;
  const lone = json.error ?? (typeof json.message === "string" ? json : json.detail);
  return asList(lone).flatMap(errorOf);
}

function errorOf(entry: unknown): AnswerError[] {
  if (typeof entry === "string") return [withPlace("", entry, undefined)];
  if (!isObject(entry)) return [];
  const message = typeof entry.message === "string" ? entry.message : "";
  return [withPlace(codeText(entry.code), message, entry.info ?? entry)];
}

function withPlace(code: string, message: string, info: unknown): AnswerError {
  const place = placeInInfo(info) ?? placeInMessage(message);
  return place === undefined ? { code, message } : { code, message, place };
}

/** `info` may be anything: the usual names for a place are tried. */
function placeInInfo(info: unknown): string | undefined {
  const entry = Array.isArray(info) ? info[0] : info;
  if (!isObject(entry)) return undefined;
  for (const key of ["field", "path", "pointer", "location", "loc"]) {
    const value = entry[key];
    if (typeof value === "string" && value !== "") return value;
    if (Array.isArray(value) && value.length > 0) return value.join(".");
  }
  return undefined;
}

/** A dotted name in the sentence, such as `personal_details.dob`; a lone word is not enough to tell. */
function placeInMessage(message: string): string | undefined {
  return /\b(?:collected_data|personal_details|contact_details|address_history|metadata|applications)(?:\.\w+|\[\d+\])+/.exec(
    message,
  )?.[0];
}

/** Passfort's own words for its codes (API contract §1.5); anything else in the place of a code could be a value. */
const codeByWord: Record<string, string> = {
  MISSING_REQUIRED_FIELDS: "101",
  ENTITY_ALREADY_APPROVED: "102",
  ENTITY_ALREADY_REJECTED: "103",
  CHARGEABLE_LIMIT_REACHED: "104",
  CONSTRAINTS_NOT_SATISFIED: "105",
  COUNTRY_NOT_SUPPORTED: "106",
  CHECK_LIMIT_REACHED: "107",
  INVALID_INPUT_DATA: "201",
  DATA_PRESENT: "202",
  MISSING_API_KEY: "203",
  INVALID_API_KEY: "204",
  USER_MIGRATION_ERROR: "301",
  PROVIDER_CONNECTION_ERROR: "302",
  PROVIDER_UNKNOWN_ERROR: "303",
  UNKNOWN_INTERNAL_ERROR: "401",
  TRANSITION_ERROR: "402",
  LEGACY_ERROR: "501",
  PROCESS_NOT_SETUP: "502",
};

function codeText(code: unknown): string {
  if (typeof code !== "number" && typeof code !== "string") return "";
  const text = String(code).trim();
  return /^\d{1,4}$/.test(text) ? text : (codeByWord[text] ?? "");
}

function asList(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

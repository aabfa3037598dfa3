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

function codeText(code: unknown): string {
  if (typeof code === "number") return String(code);
  return typeof code === "string" && /^\w{1,60}$/.test(code) ? code : "";
}

function asList(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

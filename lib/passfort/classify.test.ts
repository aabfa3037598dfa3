import { expect, test } from "vitest";
import { classify } from "./classify.ts";
import type { HttpAnswer, NoAnswerReason } from "./http.ts";

const now = new Date("2026-11-23T12:00:00Z");
const html = "<html><body>Bad gateway</body></html>";
const errors = (code: number | string, message = "Words of Passfort.", info: unknown = {}) => ({
  errors: [{ code, message, source: "API", info }],
});
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  kind: "answer",
  status,
  headers,
  text: typeof body === "string" ? body : JSON.stringify(body),
});
const noAnswer = (reason: NoAnswerReason, hasLeft: boolean): HttpAnswer => ({
  kind: "no_answer",
  reason,
  hasLeft,
  detail: "X",
});
const kindOf = (given: HttpAnswer, effect: "read" | "write") => {
  const classified = classify(given, { effect, now });
  return classified.ok ? "ok" : classified.failure.kind;
};

// what came back; what a read makes of it; what a write makes of it
test.each<[string, HttpAnswer, string, string]>([
  ["200", answer(200, { id: "1" }), "ok", "ok"],
  ["201 instead of 200", answer(201, { id: "1" }), "ok", "ok"],
  ["an empty list of errors", answer(200, { id: "1", errors: [] }), "ok", "ok"],
  ["null for errors", answer(200, { id: "1", errors: null }), "ok", "ok"],
  ["a message in a success", answer(200, { id: "1", message: "Created" }), "ok", "ok"],
  ["errors within a 200", answer(200, errors(201)), "refused", "refused"],
  ["a single error object within a 200", answer(200, { errors: { code: 101, message: "m" } }), "refused", "refused"],
  [
    "errors and an id within a 200: something was made",
    answer(200, { id: "1", ...errors(201) }),
    "refused",
    "uncertain",
  ],
  ["bad key within a 200", answer(200, errors(204)), "halted", "halted"],
  ["missing key within a 200", answer(200, errors(203)), "halted", "halted"],
  ["bad key within a 400, code as text", answer(400, errors("204")), "halted", "halted"],
  ["no more chargeable calls", answer(200, errors(104)), "halted", "halted"],
  ["no more chargeable calls with 400", answer(400, errors(104)), "halted", "halted"],
  ["missing key with 422", answer(422, errors(203)), "halted", "halted"],
  ["403 in JSON without errors", answer(403, {}), "halted", "halted"],
  ["401", answer(401, errors(204)), "halted", "halted"],
  ["401 in HTML", answer(401, html), "halted", "halted"],
  ["403 without a body", answer(403, ""), "halted", "halted"],
  ["a redirect", answer(302, ""), "halted", "halted"],
  ["400", answer(400, errors(201)), "refused", "refused"],
  ["404 in HTML", answer(404, html), "refused", "refused"],
  ["409", answer(409, errors(202)), "refused", "refused"],
  ["412", answer(412, { entity_type: "COMPANY" }), "refused", "refused"],
  ["422 with a lone message", answer(422, { message: "No." }), "refused", "refused"],
  ["102 ENTITY_ALREADY_APPROVED in the body", answer(200, errors(102)), "refused", "refused"],
  ["103 ENTITY_ALREADY_REJECTED with 409", answer(409, errors(103)), "refused", "refused"],
  ["105 CONSTRAINTS_NOT_SATISFIED with 409", answer(409, errors(105)), "refused", "refused"],
  ["107 CHECK_LIMIT_REACHED in the body", answer(200, errors(107)), "refused", "refused"],
  ["402 TRANSITION_ERROR in the body", answer(200, errors(402)), "refused", "refused"],
  ["402 TRANSITION_ERROR with 409", answer(409, errors(402)), "refused", "refused"],
  ["501 LEGACY_ERROR in the body", answer(200, errors(501)), "refused", "refused"],
  ["an error without a code in the body", answer(200, { errors: ["No."] }), "refused", "refused"],
  ["a code by its word", answer(200, errors("INVALID_API_KEY")), "halted", "halted"],
  ["a word that is no code", answer(400, errors("FEATHERSTONE")), "refused", "refused"],
  ["301 USER_MIGRATION_ERROR in the body of a 200", answer(200, errors(301)), "unreachable", "uncertain"],
  ["302 PROVIDER_CONNECTION_ERROR in the body of a 400", answer(400, errors(302)), "unreachable", "uncertain"],
  ["401 UNKNOWN_INTERNAL_ERROR in the body", answer(200, errors(401)), "unreachable", "uncertain"],
  ["303 PROVIDER_UNKNOWN_ERROR as a single object", answer(200, { errors: { code: 303 } }), "unreachable", "uncertain"],
  ["408", answer(408, ""), "unreachable", "uncertain"],
  ["503 in HTML", answer(503, html), "unreachable", "uncertain"],
  ["500", answer(500, errors(401)), "unreachable", "uncertain"],
  ["502 in HTML", answer(502, html), "unreachable", "uncertain"],
  ["502 PROCESS_NOT_SETUP in the body of a 200", answer(200, errors(502)), "halted", "halted"],
  ["502 PROCESS_NOT_SETUP with 400", answer(400, errors(502)), "halted", "halted"],
  ["a gateway's 502 in JSON", answer(502, { code: 502, message: "Bad gateway" }), "unreachable", "uncertain"],
  ["504 without a body", answer(504, ""), "unreachable", "uncertain"],
  ["truncated JSON", answer(200, '{"id":"1","appl'), "unreachable", "uncertain"],
  ["HTML with 200", answer(200, html), "unreachable", "uncertain"],
  ["nothing with 200", answer(200, ""), "unreachable", "uncertain"],
  ["429", answer(429, html), "throttled", "throttled"],
  ["429 whose body names a bad key", answer(429, errors(204)), "throttled", "throttled"],
  ["a yes that says nothing", answer(204, ""), "ok", "ok"],
  ["null", answer(200, "null"), "ok", "ok"],
  ["a list", answer(200, [{ id: "1" }]), "ok", "ok"],
  ["connection refused", noAnswer("no_connection", false), "unreachable", "unreachable"],
  ["time out before a connection was free", noAnswer("timeout", false), "unreachable", "unreachable"],
  ["time out after sending", noAnswer("timeout", true), "unreachable", "uncertain"],
  ["connection lost after sending", noAnswer("connection_lost", true), "unreachable", "uncertain"],
  ["an API key that cannot be sent", noAnswer("bad_settings", false), "halted", "halted"],
])("%s is, to a read and to a write, what it should be", (_name, given, asRead, asWrite) => {
  expect([kindOf(given, "read"), kindOf(given, "write")]).toEqual([asRead, asWrite]);
});

test("on a check that was made, errors are troubles of its provider and no failure of the call", () => {
  const made = answer(200, { id: "c1", check_type: "IDENTITY_CHECK", state: "COMPLETE", ...errors(302) });
  const notMade = answer(200, errors(201));
  for (const effect of ["read", "write"] as const) {
    expect(classify(made, { effect, now, resource: "check" }).ok).toBe(true);
    expect(classify(made, { effect, now })).toMatchObject({ ok: false });
    expect(classify(notMade, { effect, now, resource: "check" })).toMatchObject({ failure: { kind: "refused" } });
  }
  const denied = answer(400, { id: "c1", ...errors(201) });
  expect(classify(denied, { effect: "write", now, resource: "check" })).toMatchObject({ failure: { kind: "refused" } });
});

test("a 412 is an outcome only for a call that asked for a version", () => {
  const given = answer(412, { entity_type: "COMPANY" });
  expect(classify(given, { effect: "write", now, outcomes: [412] })).toEqual({
    ok: true,
    json: { entity_type: "COMPANY" },
  });
  expect(classify(given, { effect: "write", now })).toMatchObject({ failure: { kind: "refused", code: "http_412" } });
  expect(classify(answer(412, errors(204)), { effect: "write", now, outcomes: [412] })).toMatchObject({
    failure: { kind: "halted" },
  });
});

test.each([
  ["INVALID_INPUT_DATA", "201"],
  [" 204 ", "204"],
  ["FEATHERSTONE", "http_400"],
  [{}, "http_400"],
  [201.5, "http_400"],
])("the code %j is kept as %s: what is no code of Passfort could be a value", (code, kept) => {
  const body = { errors: [{ code, message: "No." }] };
  expect(classify(answer(400, body), { effect: "read", now })).toMatchObject({ failure: { code: kept } });
});

test("a value we sent in the place of a field is not kept", () => {
  const sent = { collected_data: { personal_details: { name: { family_name: "featherstone" } } } };
  const classified = classify(answer(400, errors(201, "No.", { field: "featherstone" })), {
    effect: "write",
    now,
    sent,
  });
  expect(JSON.stringify(classified)).not.toContain("featherstone");
});

test("a refusal carries Passfort's code and own words, and our field when Passfort says where", () => {
  const given = answer(400, errors(201, "dob must be a date.", { field: "collected_data.personal_details.dob" }));
  expect(classify(given, { effect: "write", now })).toEqual({
    ok: false,
    failure: { kind: "refused", httpStatus: 400, code: "201", message: "dob must be a date.", field: "dateOfBirth" },
  });
});

test("the field is also found in the sentence", () => {
  const classified = classify(answer(422, errors(101, "collected_data.metadata.number is required")), {
    effect: "write",
    now,
  });
  expect(classified).toMatchObject({ failure: { kind: "refused", field: "number" } });
});

test("several errors are all told, and the first place counts", () => {
  const two = {
    errors: [
      { code: 201, message: "First." },
      { code: 101, message: "Second.", info: { path: ["customer_ref"] } },
    ],
  };
  expect(classify(answer(400, two), { effect: "write", now })).toMatchObject({
    failure: { code: "201", message: "First. Second.", field: "reference" },
  });
});

test("a refusal without words says so, and never repeats a page of HTML", () => {
  expect(classify(answer(404, html), { effect: "read", now })).toMatchObject({
    failure: { code: "http_404", message: "Passfort answered 404 without saying why." },
  });
});

test("a 429 says how long to wait", () => {
  const given = answer(429, errors(201, "Slow down."), { "x-ratelimit-retry-secs": "3" });
  expect(classify(given, { effect: "write", now })).toMatchObject({
    failure: { kind: "throttled", retryAfterMs: 3_000, message: "Slow down." },
  });
});

test("what we sent is taken out of Passfort's words before they are kept", () => {
  const sent = { collected_data: { personal_details: { name: { family_name: "Featherstone" } } } };
  const classified = classify(answer(400, errors(201, "The name Featherstone is odd.")), {
    effect: "write",
    now,
    sent,
  });
  expect(classified).toMatchObject({ failure: { message: "The name [hidden] is odd." } });
});

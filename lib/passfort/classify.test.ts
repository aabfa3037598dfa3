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
  ["401", answer(401, errors(204)), "halted", "halted"],
  ["401 in HTML", answer(401, html), "halted", "halted"],
  ["403 without a body", answer(403, ""), "halted", "halted"],
  ["a redirect", answer(302, ""), "halted", "halted"],
  ["400", answer(400, errors(201)), "refused", "refused"],
  ["404 in HTML", answer(404, html), "refused", "refused"],
  ["409", answer(409, errors(202)), "refused", "refused"],
  ["412", answer(412, { entity_type: "COMPANY" }), "refused", "refused"],
  ["422 with a lone message", answer(422, { message: "No." }), "refused", "refused"],
  ["402 TRANSITION_ERROR in the body", answer(200, errors(402)), "refused", "refused"],
  ["301 USER_MIGRATION_ERROR in the body of a 200", answer(200, errors(301)), "unreachable", "uncertain"],
  ["302 PROVIDER_CONNECTION_ERROR in the body of a 400", answer(400, errors(302)), "unreachable", "uncertain"],
  ["401 UNKNOWN_INTERNAL_ERROR in the body", answer(200, errors(401)), "unreachable", "uncertain"],
  ["408", answer(408, ""), "unreachable", "uncertain"],
  ["500", answer(500, errors(401)), "unreachable", "uncertain"],
  ["502 in HTML", answer(502, html), "unreachable", "uncertain"],
  ["504 without a body", answer(504, ""), "unreachable", "uncertain"],
  ["truncated JSON", answer(200, '{"id":"1","appl'), "unreachable", "uncertain"],
  ["HTML with 200", answer(200, html), "unreachable", "uncertain"],
  ["nothing with 200", answer(200, ""), "unreachable", "uncertain"],
  ["429", answer(429, html), "throttled", "throttled"],
  ["connection refused", noAnswer("no_connection", false), "unreachable", "unreachable"],
  ["time out before a connection was free", noAnswer("timeout", false), "unreachable", "unreachable"],
  ["time out after sending", noAnswer("timeout", true), "unreachable", "uncertain"],
  ["connection lost after sending", noAnswer("connection_lost", true), "unreachable", "uncertain"],
  ["an API key that cannot be sent", noAnswer("bad_settings", false), "halted", "halted"],
])("%s is, to a read and to a write, what it should be", (_name, given, asRead, asWrite) => {
  expect([kindOf(given, "read"), kindOf(given, "write")]).toEqual([asRead, asWrite]);
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

import { expect, test } from "vitest";
import { readWebhook } from "./webhook.ts";

const secret = "sim-webhook-secret";
const secrets = [secret];
// The documented sample of API contract §8, with another name.
const envelope = {
  id: "33bae6b8-5689-b96b-143c-06e93ab8527e",
  event: "PRODUCT_STATUS_CHANGED",
  secret,
  timestamp: 1568997222,
  data: {
    apikey: { name: "KEY_NAME" },
    application_id: "b0ce7c17-2cab-86e7-9a83-ebee0d4d5dc8",
    customer_ref: "CRM-1",
    new_status: "CANCELLED",
    profile_id: "a2c4393a-e219-67a4-5ab4-2186952e9038",
  },
};
const { secret: _, ...bare } = envelope;
const read = (body: unknown, authorization: string | null = null) =>
  readWebhook({ body: typeof body === "string" ? body : JSON.stringify(body), authorization, secrets });

test("an envelope is read with its time, and its secret is nowhere in what we keep", () => {
  const reading = read(envelope, `Bearer ${secret}`);
  expect(reading).toEqual({
    kind: "events",
    unreadable: 0,
    events: [
      {
        eventId: envelope.id,
        event: "PRODUCT_STATUS_CHANGED",
        profileId: envelope.data.profile_id,
        customerRef: "CRM-1",
        applicationId: envelope.data.application_id,
        newStatus: "CANCELLED",
        happenedAt: new Date(1568997222_000),
        body: bare,
      },
    ],
  });
  expect(JSON.stringify(reading)).not.toContain(secret);
});

test.each([
  ["a single envelope", envelope, 1],
  ["an array", [envelope, { ...envelope, id: "2" }], 2],
  ["an object with a list", { events: [envelope, { ...envelope, id: "2" }] }, 2],
  ["an object with a list and one secret for all", { secret, events: [bare] }, 1],
])("a batch may come as %s", (_name, body, count) => {
  const reading = read(body);
  expect(reading.kind === "events" && reading.events.length).toBe(count);
});

test.each<[string, unknown, string | null]>([
  ["a wrong secret in the body", { ...envelope, secret: "wrong" }, null],
  ["a wrong secret in the body beside a right header", { ...envelope, secret: "wrong" }, `Bearer ${secret}`],
  ["a wrong header beside a right body", envelope, "Bearer wrong"],
  ["another kind of authorisation", envelope, "Basic abc"],
  ["no secret anywhere", bare, null],
  ["an empty batch without a header", [], null],
  ["a second envelope without a secret riding along", [envelope, bare], null],
  ["a second envelope with a wrong secret", [envelope, { ...envelope, secret: "wrong" }], null],
  ["a secret that is no text", { ...envelope, secret: { toString: "x" } }, null],
  ["a beginning of the secret", { ...envelope, secret: "sim" }, null],
])("%s is forged", (_name, body, authorization) => {
  expect(read(body, authorization)).toEqual({ kind: "forged" });
});

test("an empty secret in the settings opens nothing", () => {
  expect(
    readWebhook({ body: JSON.stringify({ ...envelope, secret: "" }), authorization: null, secrets: [""] }),
  ).toEqual({ kind: "forged" });
});

test("during a rotation both secrets are good", () => {
  expect(readWebhook({ body: JSON.stringify(envelope), authorization: null, secrets: ["new", secret] }).kind).toBe(
    "events",
  );
});

test("the header alone vouches for envelopes without a secret, and for an empty batch", () => {
  expect(read(bare, `bearer ${secret}`).kind).toBe("events");
  expect(read([], `Bearer ${secret}`)).toEqual({ kind: "events", events: [], unreadable: 0 });
});

test("an event nobody has heard of, with parts of another kind, is still an event", () => {
  const reading = read({ id: "9", event: "MOON_RISEN", secret, timestamp: "soon", data: { profile_id: 7 } });
  expect(reading).toMatchObject({ events: [{ eventId: "9", event: "MOON_RISEN", profileId: null, happenedAt: null }] });
});

test("a message without an id counts once: the same body has the same id", () => {
  const idOf = (body: unknown) => {
    const reading = read(body);
    return reading.kind === "events" ? reading.events[0]?.eventId : undefined;
  };
  const anonymous = { event: "X", secret, data: {} };
  expect(idOf(anonymous)).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(idOf(anonymous)).toBe(idOf({ ...anonymous }));
  expect(idOf(anonymous)).not.toBe(idOf({ ...anonymous, event: "Y" }));
});

test("an entry that is no object is counted and let go, so that the queue behind it does not stall", () => {
  expect(read([envelope, 7], `Bearer ${secret}`)).toMatchObject({
    kind: "events",
    unreadable: 1,
    events: [{ eventId: envelope.id }],
  });
});

test("what is not JSON is unreadable", () => {
  expect(read("{", `Bearer ${secret}`)).toEqual({ kind: "unreadable" });
  expect(read('"text"', `Bearer ${secret}`)).toEqual({ kind: "unreadable" });
});

import { expect, test } from "vitest";
import { individual, PNG, simulatorForTest, type TestClient } from "./test-client.ts";

const order = (control: TestClient["control"], ...rules: object[]) => control("POST", "/faults", { rules });
const countOf = async (control: TestClient["control"]) => (await control("GET", "/state?account=demo")).body.profiles;

test("drop_after loses the answer but makes the profile", async () => {
  const { api, control } = await simulatorForTest();
  await order(control, { operation: "create_profile", nth: 1, kind: "drop_after" });
  await expect(api("POST", "/profiles", individual("C-1"))).rejects.toThrow();
  expect(await countOf(control)).toBe(1);
  expect((await api("POST", "/profiles", individual("C-2"))).status).toBe(200);
});

test("drop_late cuts the connection at once and makes the profile when its time has come", async () => {
  const { api, control } = await simulatorForTest();
  await order(control, { operation: "create_profile", nth: 1, kind: "drop_late", ms: 40_000 });
  await expect(api("POST", "/profiles", individual("C-1"))).rejects.toThrow();
  expect(await countOf(control)).toBe(0);
  await control("POST", "/settings", { advanceMs: 39_000 });
  expect(await countOf(control)).toBe(0);
  await control("POST", "/settings", { advanceMs: 2_000 });
  expect(await countOf(control)).toBe(1);
});

test("drop_before loses the answer and makes nothing", async () => {
  const { api, control } = await simulatorForTest();
  await order(control, { operation: "create_profile", nth: 1, kind: "drop_before" });
  await expect(api("POST", "/profiles", individual("C-1"))).rejects.toThrow();
  expect(await countOf(control)).toBe(0);
});

test("429, 500 and an HTML 502 answer without carrying out the call", async () => {
  const { api, control } = await simulatorForTest();
  await order(
    control,
    { operation: "create_profile", nth: 1, kind: "429", retrySecs: 7 },
    { operation: "create_profile", nth: 2, kind: "500" },
    { operation: "create_profile", nth: 3, kind: "502_html" },
  );
  const throttled = await api("POST", "/profiles", individual("C-1"));
  expect([throttled.status, throttled.headers.get("x-ratelimit-retry-secs")]).toEqual([429, "7"]);
  expect((await api("POST", "/profiles", individual("C-1"))).status).toBe(500);
  const gateway = await api("POST", "/profiles", individual("C-1"));
  expect([gateway.status, gateway.headers.get("content-type")]).toEqual([502, "text/html"]);
  expect(await countOf(control)).toBe(0);
});

test("truncated JSON cannot be read, though the profile was made", async () => {
  const { api, control } = await simulatorForTest();
  await order(control, { operation: "create_profile", nth: 1, kind: "truncated_json" });
  await expect(api("POST", "/profiles", individual("C-1"))).rejects.toThrow(SyntaxError);
  expect(await countOf(control)).toBe(1);
});

test("a delayed call is carried out before the wait, so a client that gives up has made a profile", async () => {
  const { simulator, control } = await simulatorForTest();
  await order(control, { operation: "create_profile", nth: 1, kind: "delay", ms: 60_000 });
  const signal = AbortSignal.timeout(200);
  const headers = { apikey: "sim-demo-key" };
  const giveUp = fetch(`${simulator.url}/profiles`, {
    method: "POST",
    body: JSON.stringify(individual("C-1")),
    headers,
    signal,
  });
  await expect(giveUp).rejects.toThrow();
  expect(await countOf(control)).toBe(1);
});

test("a trickled answer is slow but whole", async () => {
  const { api, control } = await simulatorForTest();
  await order(control, { operation: "whoami", kind: "trickle", ms: 100 });
  expect((await api("GET", "/whoami")).body).toHaveProperty("institution");
});

test("a fault for one reference hits its create and the calls on its profile, and no others", async () => {
  const { api, control } = await simulatorForTest();
  const { id } = (await api("POST", "/profiles", individual("C-7"))).body;
  const other = (await api("POST", "/profiles", individual("C-8"))).body;
  await order(control, { operation: "*", customerRef: "C-7", kind: "500" });
  expect((await api("POST", "/profiles", individual("C-7"))).status).toBe(500);
  expect((await api("POST", `/profiles/${id}/tags`, { name: "x" })).status).toBe(500);
  expect((await api("POST", `/profiles/${other.id}/tags`, { name: "x" })).status).toBe(200);
  await control("DELETE", "/faults");
  expect((await api("POST", `/profiles/${id}/tags`, { name: "x" })).status).toBe(200);
});

test("errors in a 200 are an answer to a call that was not carried out, with the code that was ordered", async () => {
  const { api, control } = await simulatorForTest();
  await order(control, { operation: "create_profile", nth: 1, kind: "errors_in_200", code: 104 });
  const answer = await api("POST", "/profiles", individual("C-1"));
  expect([answer.status, answer.body.errors[0].code]).toEqual([200, 104]);
  expect(await countOf(control)).toBe(0);
});

test("unknown enum values are in the one answer that was ordered and in no other", async () => {
  const { api, control } = await simulatorForTest();
  await order(control, { operation: "create_profile", nth: 1, kind: "unknown_enums" });
  const odd = (await api("POST", "/profiles", individual("C-1"))).body;
  expect([odd.category, odd.task_types.at(-1)]).toEqual(["DORMANT_CUSTOMER", "INDIVIDUAL_ASSESS_DIGITAL_FOOTPRINT"]);
  expect((await api("GET", `/profiles/${odd.id}`)).body.category).toBe("APPLICANT");
});

test("a document keeps its category when unknown categories are ordered", async () => {
  const { api } = await simulatorForTest({ settings: { unknownEnumValues: true } });
  const { id } = (await api("POST", "/profiles", individual("C-1"))).body;
  const image = (await api("POST", `/profiles/${id}/document_images`, { image_type: "FRONT", data: PNG })).body;
  const sent = { category: "PROOF_OF_IDENTITY", document_type: "PASSPORT", images: [{ id: image.id }] };
  expect((await api("POST", `/profiles/${id}/collected_data/documents`, sent)).body).toMatchObject(sent);
});

test("a rule with a kind that does not exist is refused with a sentence", async () => {
  const { control } = await simulatorForTest();
  const refused = await order(control, { operation: "create_profile", kind: "explode" });
  expect([refused.status, refused.body.error]).toEqual([400, expect.stringContaining("rules[0].kind")]);
});

import { expect, test } from "vitest";
import { individual, simulatorForTest } from "./test-client.ts";

test("peak concurrency is the most calls of one account at once, latency included", async () => {
  const { api, control } = await simulatorForTest({ settings: { latencyMs: 300 } });
  await Promise.all(Array.from({ length: 4 }, (_, number) => api("POST", "/profiles", individual(`C-${number}`))));
  await api("GET", "/profiles");
  const state = (await control("GET", "/state?account=demo")).body;
  expect(state).toMatchObject({ peakConcurrency: 4, inFlight: 0, calls: { create_profile: 4, search_profiles: 1 } });
  expect((await control("GET", "/state?account=live")).body.peakConcurrency).toBe(0);
});

test("recent calls show operation and status, never what was sent", async () => {
  const { api, control } = await simulatorForTest();
  await api("POST", "/profiles", individual("C-1", "Quillfeather"));
  const { calls } = (await control("GET", "/calls")).body;
  expect(calls[0]).toMatchObject({ operation: "create_profile", status: 200 });
  expect(JSON.stringify(calls)).not.toContain("Quillfeather");
});

test("profiles are listed with reference, tags and applications", async () => {
  const { api, control } = await simulatorForTest();
  const { id } = (await api("POST", "/profiles", individual("C-1"))).body;
  await api("POST", `/profiles/${id}/tags`, { name: "migrated" });
  const { count, profiles } = (await control("GET", "/profiles?account=sim-demo-key&limit=10")).body;
  expect(count).toBe(1);
  expect(profiles[0]).toMatchObject({
    id,
    customer_ref: "C-1",
    display_name: "Alex Example",
    tags: ["migrated"],
    applications: [{ product: "individual_onboarding", status: "APPLIED" }],
  });
});

test("reset empties the accounts and keeps settings and webhook endpoints", async () => {
  const { api, control } = await simulatorForTest();
  await control("POST", "/settings", {
    latencyMs: 3,
    webhook: { account: "demo", endpoint: "http://127.0.0.1:9/", enabled: true },
  });
  await api("POST", "/profiles", individual("C-1"));
  await control("POST", "/reset", {});
  expect((await control("GET", "/state?account=demo")).body).toMatchObject({
    profiles: 0,
    calls: {},
    peakConcurrency: 0,
  });
  expect((await control("GET", "/settings")).body.latencyMs).toBe(3);
  expect((await control("GET", "/webhooks?account=demo")).body.accounts[0].enabled).toBe(true);
});

test("a change of one setting leaves the others as they were", async () => {
  const { control } = await simulatorForTest({ settings: { indexDelayMs: 77, manualKeywords: ["odd"] } });
  const { body } = await control("POST", "/settings", { latencyMs: 5 });
  expect(body).toMatchObject({ latencyMs: 5, indexDelayMs: 77, manualKeywords: ["odd"] });
});

test.each([
  [404, "GET", "/state?account=nobody", undefined],
  [404, "GET", "/nothing", undefined],
  [400, "POST", "/settings", { latency: 5 }],
  [400, "POST", "/settings", "latency"],
])("a wrong request is %i with a sentence: %s %s", async (status, method, path, body) => {
  const { control } = await simulatorForTest();
  const answer = await control(method, path, body);
  expect([answer.status, answer.body.error]).toEqual([status, expect.any(String)]);
});

test("a page of another origin cannot use the side door", async () => {
  const { control } = await simulatorForTest();
  expect((await control("POST", "/reset", {}, { origin: "https://elsewhere.example" })).status).toBe(403);
});

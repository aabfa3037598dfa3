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

test("the pages for people show profiles and escape what people are called", async () => {
  const { api, simulator } = await simulatorForTest();
  const name = `<img src=x onerror="alert(1)">`;
  const { id } = (await api("POST", "/profiles", individual("C-1", name))).body;
  await api("POST", `/profiles/${id}/tags`, { name: "<b>tag</b>" });
  const pages = [
    "/",
    "/portal?account=sim-demo-key&q=img",
    `/portal/profiles/${id}`,
    `/portal?q=${encodeURIComponent(name)}`,
  ];
  for (const path of pages) {
    const answer = await fetch(simulator.pageUrl + path);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).toContain("This is not Passfort");
    expect(text).not.toContain("<img");
    expect(text).not.toContain("<b>tag");
  }
  expect(await (await fetch(`${simulator.pageUrl}/portal?q=nobody-like-this`)).text()).toContain(
    "No profile has this name or tag",
  );
  expect((await fetch(`${simulator.pageUrl}/portal/profiles/unknown`)).status).toBe(404);
});

test("a person can decide on the page of a profile, and a page of another origin cannot do it for them", async () => {
  const { api, simulator } = await simulatorForTest();
  const { id, applications } = (await api("POST", "/profiles", individual("C-1"))).body;
  const action = `${simulator.pageUrl}/portal/profiles/${id}/applications/${applications[0].id}/decision`;
  const press = (origin: string) =>
    fetch(action, {
      method: "POST",
      body: new URLSearchParams({ status: "REJECTED" }),
      headers: { origin },
      redirect: "manual",
    });
  expect((await press("https://elsewhere.example")).status).toBe(403);
  expect((await press(simulator.pageUrl)).status).toBe(303);
  expect((await api("GET", `/profiles/${id}`)).body.applications[0].status).toBe("REJECTED");
});

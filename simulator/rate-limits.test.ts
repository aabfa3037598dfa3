import { expect, test } from "vitest";
import { individual, simulatorForTest } from "./test-client.ts";

const limits = { createProfile: { perHour: 3600, burst: 2 }, replaceCollectedData: { perHour: 3600, burst: 1 } };

test("creates over the burst get 429 with the wait, and are let in after exactly that wait", async () => {
  const { api, control } = await simulatorForTest({ limits });
  const first = await api("POST", "/profiles", individual("C-1"));
  expect(first.headers.get("x-ratelimit-remaining")).toBe("1");
  await api("POST", "/profiles", individual("C-2"));
  const refused = await api("POST", "/profiles", individual("C-3"));
  expect([refused.status, refused.headers.get("x-ratelimit-remaining")]).toEqual([429, "0"]);
  expect(refused.headers.get("x-ratelimit-reset")).toMatch(/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000$/);
  const waitMs = Number(refused.headers.get("x-ratelimit-retry-secs")) * 1000;
  await control("POST", "/settings", { advanceMs: waitMs });
  expect((await api("POST", "/profiles", individual("C-3"))).status).toBe(200);
});

test("each limited operation and each account has a quota of its own; other calls have none", async () => {
  const { api } = await simulatorForTest({ limits });
  const { id } = (await api("POST", "/profiles", individual("C-1"))).body;
  await api("POST", "/profiles", individual("C-2"));
  expect((await api("POST", "/profiles", individual("C-3"))).status).toBe(429);
  expect((await api("POST", "/profiles", individual("C-3"), { apikey: "sim-live-key" })).status).toBe(200);
  const replace = () => api("POST", `/profiles/${id}/collected_data`, { entity_type: "INDIVIDUAL" });
  expect([(await replace()).status, (await replace()).status]).toEqual([200, 429]);
  const read = await api("GET", `/profiles/${id}`);
  expect([read.status, read.headers.get("x-ratelimit-remaining")]).toEqual([200, null]);
});

test("the bundled quota lets a demonstration of 500 clients through without a 429", async () => {
  const { api } = await simulatorForTest();
  const statuses = new Set<number>();
  for (let number = 0; number < 500; number += 1)
    statuses.add((await api("POST", "/profiles", individual(`C-${number}`))).status);
  expect([...statuses]).toEqual([200]);
});

test("an hour of quota passes in milliseconds, and however long the wait the bucket holds no more than its burst", async () => {
  const hourly = { perHour: 10_000, burst: 1 };
  const { api, control } = await simulatorForTest({ limits: { ...limits, createProfile: hourly } });
  const startedAt = Date.now();
  const read = async () => (await api("POST", "/profiles", { role: "wrong" })).status;
  expect([await read(), await read()]).toEqual([400, 429]);
  await control("POST", "/settings", { advanceMs: 3_600_000 / 10_000 });
  expect([await read(), await read()]).toEqual([400, 429]);
  await control("POST", "/settings", { advanceMs: 3_600_000 });
  expect([await read(), await read()]).toEqual([400, 429]);
  expect(Date.now() - startedAt).toBeLessThan(5_000);
});

test("a thousand parallel creates all succeed for a client that waits as it is told", async () => {
  const small = { perHour: 36_000, burst: 100 };
  const { api, control } = await simulatorForTest({ limits: { ...limits, createProfile: small } });
  let throttled = 0;
  const create = async (number: number): Promise<number> => {
    const { status, headers } = await api("POST", "/profiles", individual(`C-${number}`));
    if (status !== 429) return status;
    throttled += 1;
    await control("POST", "/settings", { advanceMs: Number(headers.get("x-ratelimit-retry-secs")) * 1000 });
    return create(number);
  };
  const statuses = await Promise.all(Array.from({ length: 1000 }, (_, number) => create(number)));
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(throttled).toBeGreaterThan(0);
  const state = (await control("GET", "/state?account=demo")).body;
  expect([state.profiles, state.duplicateCustomerRefs]).toEqual([1000, []]);
});

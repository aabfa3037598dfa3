import { expect, test } from "vitest";
import { company, individual, simulatorForTest } from "./test-client.ts";

test("what was seen is told by endpoint and by reference, with the most calls at once and what came twice", async () => {
  const { api, simulator } = await simulatorForTest({ settings: { latencyMs: 50 } });
  const [first] = await Promise.all([
    api("POST", "/profiles", individual("C-1")),
    api("POST", "/profiles", individual("C-1")),
    api("POST", "/profiles", company("C-2")),
  ]);
  await api("POST", "/profiles", { role: "COMPANY_CUSTOMER", collected_data: { entity_type: "COMPANY" } });
  await api("POST", `/profiles/${first?.body.id}/tags`, { name: "migrated" });
  const answer = await fetch(`${simulator.pageUrl}/_seen`);
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  const { accounts } = (await answer.json()) as { accounts: Record<string, unknown>[] };
  expect(accounts[0]).toMatchObject({
    account: "sim-demo-key",
    callsByEndpoint: { "POST /4.0/profiles": 4, "POST /4.0/profiles/{profile}/tags": 1 },
    callsByOperation: { create_profile: 4, add_tag: 1 },
    peakConcurrency: 3,
    inFlight: 0,
    createsByReference: { "C-1": 2, "C-2": 1 },
    createsWithoutReference: 1,
    duplicates: ["C-1"],
  });
  expect(accounts[1]).toMatchObject({ account: "sim-live-key", callsByEndpoint: {}, duplicates: [] });
});

test("a reference that was created twice is told even when a person has deleted one of the profiles", async () => {
  const { api, control, simulator } = await simulatorForTest();
  await api("POST", "/profiles", individual("C-1"));
  const { id } = (await api("POST", "/profiles", individual("C-1"))).body;
  await control("DELETE", `/profiles/${id}`);
  const { accounts } = (await (await fetch(`${simulator.pageUrl}/_seen`)).json()) as { accounts: object[] };
  expect(accounts[0]).toMatchObject({ profiles: 1, createsByReference: { "C-1": 2 }, duplicates: ["C-1"] });
});

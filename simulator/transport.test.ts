import { expect, test } from "vitest";
import { individual, simulatorForTest } from "./test-client.ts";

test("whoami names the key and the institution of the account", async () => {
  const { api } = await simulatorForTest();
  const demo = await api("GET", "/whoami");
  expect(demo.body).toMatchObject({ user: null, institution: { logo_url: null } });
  const live = await api("GET", "/whoami", undefined, { apikey: "sim-live-key" });
  expect(live.body.auditee_name).not.toBe(demo.body.auditee_name);
  expect(live.body.institution.id).not.toBe(demo.body.institution.id);
});

test("the key is taken from a header of any case, or from the query", async () => {
  const { api } = await simulatorForTest();
  expect((await api("GET", "/whoami", undefined, { apikey: "", APIKEY: "sim-live-key" })).status).toBe(401);
  expect((await fetchStatus("APIKEY")).status).toBe(200);
  expect((await api("GET", "/whoami?apikey=sim-live-key", undefined, { apikey: "" })).status).toBe(200);

  async function fetchStatus(header: string) {
    const { simulator } = await simulatorForTest();
    return fetch(`${simulator.url}/whoami`, { headers: { [header]: "sim-demo-key" } });
  }
});

test.each(["401", "200"] as const)(
  "a missing key is error 203 and an unknown key error 204, with the switch at %s",
  async (position) => {
    const { api } = await simulatorForTest({ settings: { authErrorsAs: position } });
    const missing = await api("GET", "/whoami", undefined, { apikey: "" });
    const unknown = await api("GET", "/whoami", undefined, { apikey: "nobody's" });
    expect([missing.status, unknown.status]).toEqual([Number(position), Number(position)]);
    expect(missing.body.errors[0]).toMatchObject({ code: 203, source: "API" });
    expect(unknown.body.errors[0]).toMatchObject({ code: 204, source: "API" });
  },
);

test("profiles of one account do not exist for another", async () => {
  const { api } = await simulatorForTest();
  const { id } = (await api("POST", "/profiles", individual("C-1"))).body;
  const live = { apikey: "sim-live-key" };
  expect((await api("GET", `/profiles/${id}`, undefined, live)).status).toBe(404);
  expect((await api("GET", "/profiles", undefined, live)).body.count).toBe(0);
  expect((await api("GET", "/profiles")).body.count).toBe(1);
});

test("an unknown path is 404, a wrong method 405, a body that is not JSON 400 with code 201", async () => {
  const { api } = await simulatorForTest();
  expect((await api("GET", "/products")).status).toBe(404);
  expect((await api("DELETE", "/profiles")).status).toBe(405);
  const notJson = await api("POST", "/profiles", "<profile/>");
  expect([notJson.status, notJson.body.errors[0].code]).toEqual([400, 201]);
});

test("with the switch at 200 a refusal arrives as HTTP 200 with errors in the body", async () => {
  const { api, control } = await simulatorForTest({ settings: { errorsAs: "200" } });
  const refused = await api("POST", "/profiles", { role: "INDIVIDUAL_CUSTOMER" });
  expect([refused.status, refused.body.errors[0].code]).toEqual([200, 201]);
  expect((await control("GET", "/state?account=demo")).body.profiles).toBe(0);
});

test("ids are understood in any case", async () => {
  const { api } = await simulatorForTest();
  const { id } = (await api("POST", "/profiles", individual("C-1"))).body;
  expect((await api("GET", `/profiles/${id.toUpperCase()}`)).body.id).toBe(id);
});

test("an account may have several keys, and audit and whoami say which one called", async () => {
  const keys = [
    { key: "k-1", name: "Migration" },
    { key: "k-2", name: "Web shop" },
  ];
  const { api } = await simulatorForTest({ accounts: [{ keys, mode: "demo", institution: "Example" }] });
  const { id } = (await api("POST", "/profiles", individual("C-1"), { apikey: "k-2" })).body;
  const items = (await api("GET", `/profiles/${id}/audit-items`, undefined, { apikey: "k-1" })).body;
  expect(items[0]).toMatchObject({ action: "created-profile", apikey: { name: "Web shop" }, user: null });
  expect((await api("GET", "/whoami", undefined, { apikey: "k-2" })).body.auditee_name).toBe("Web shop");
});

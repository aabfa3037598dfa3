import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { individual, simulatorForTest } from "./test-client.ts";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 19).replace("T", " ");

async function completed() {
  const client = await simulatorForTest();
  const request = { ...individual("C-1"), applications: [{ product: { alias: "individual_migration" } }] };
  const { id, applications, tasks } = (await client.api("POST", "/profiles", request)).body;
  await client.control("POST", "/settings", { advanceMs: 1500 });
  const path = `/profiles/${id}`;
  const task = tasks.find((one: { type: string }) => one.type === "INDIVIDUAL_MANUAL_TASK").id;
  await client.api("POST", `${path}/tasks/${task}`, { state: "COMPLETED_PASS" });
  const application = `${path}/applications/${applications[0].id}`;
  await client.api("POST", application, { status: "APPROVED" });
  const versions = async (days: number) => {
    await client.control("POST", "/settings", { advanceMs: days * DAY_MS });
    const all = (await client.api("GET", `${path}/tasks`)).body;
    const own = all.filter((one: { type: string }) => one.type === "INDIVIDUAL_MANUAL_TASK");
    return own.map((one: { state: string; is_expired: boolean }) => [one.state, one.is_expired]);
  };
  return { ...client, path, task: `${path}/tasks/${task}`, application, versions };
}

test("an expiry of its own has the fields of the documented answer", async () => {
  const { api, task } = await completed();
  const file = new URL("./fixtures/help-page-task-expiry.json", import.meta.url);
  const documented = JSON.parse(readFileSync(file, "utf8"));
  const expire_at = inDays(100);
  const reason = { reason_description: "Passport ends", reason_categories: ["DOCUMENT_EXPIRY"] };
  const { body } = await api("POST", `${task}/expiry`, { expire_at, ...reason });
  const { variant: _ours, ...fields } = documented;
  expect(Object.keys(body)).toEqual(expect.arrayContaining(Object.keys(fields)));
  expect(Object.keys(body.custom_expiry).sort()).toEqual(Object.keys(documented.custom_expiry).sort());
  expect(body).toMatchObject({ will_expire_at: expire_at, custom_expiry: { expiry_at: expire_at, ...reason } });
});

test("a new version appears 30 days before the end, and the old one stays in the list as expired", async () => {
  const { api, task, application, versions } = await completed();
  await api("POST", `${task}/expiry`, { expire_at: inDays(100), reason_categories: ["OTHER"] });
  expect(await versions(69)).toEqual([["COMPLETED_PASS", false]]);
  expect(await versions(2)).toEqual([
    ["COMPLETED_PASS", false],
    ["INCOMPLETE", false],
  ]);
  expect((await api("GET", task)).body.nearing_expiry).toBe(true);
  expect((await api("GET", application)).body.status).toBe("IN_REVIEW");
  expect(await versions(30)).toEqual([
    ["COMPLETED_PASS", true],
    ["INCOMPLETE", false],
  ]);
});

test("null gives the policy's own date back", async () => {
  const { api, task, versions } = await completed();
  const before = (await api("GET", task)).body;
  await api("POST", `${task}/expiry`, { expire_at: inDays(100), reason_categories: ["OTHER"] });
  const restored = await api("POST", `${task}/expiry`, { expire_at: null, reason_categories: ["OTHER"] });
  expect(restored.body).toEqual(before);
  expect(restored.body.will_expire_at).toBe(before.default_expiry_date);
  expect(await versions(200)).toEqual([["COMPLETED_PASS", false]]);
  expect(await versions(531)).toEqual([
    ["COMPLETED_PASS", true],
    ["INCOMPLETE", false],
  ]);
});

test.each([
  ["no category", { expire_at: inDays(100), reason_categories: [] }],
  ["an unknown category", { expire_at: inDays(100), reason_categories: ["BECAUSE"] }],
  ["no categories at all", { expire_at: inDays(100) }],
  ["another way to write the date", { expire_at: "2030-01-01T00:00:00Z", reason_categories: ["OTHER"] }],
  ["a month that does not exist", { expire_at: "2030-13-01 00:00:00", reason_categories: ["OTHER"] }],
])("an expiry with %s is refused with code 201 and changes nothing", async (_what, body) => {
  const { api, task } = await completed();
  const before = (await api("GET", task)).body;
  const refused = await api("POST", `${task}/expiry`, body);
  expect([refused.status, refused.body.errors[0].code]).toEqual([400, 201]);
  expect((await api("GET", task)).body).toEqual(before);
});

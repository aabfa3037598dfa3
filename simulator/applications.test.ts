import { expect, test } from "vitest";
import { individual, simulatorForTest, type TestClient } from "./test-client.ts";

const MIGRATION = [{ product: { alias: "individual_migration" } }];

const ADDRESS = { type: "FREEFORM", country: "GBR", text: "1 Example Street, London" };

async function applied(api: TestClient["api"], applications?: object[], family_name?: string, more: object = {}) {
  const { body } = await api("POST", "/profiles", {
    ...individual("C-1", family_name, more),
    ...(applications ? { applications } : {}),
  });
  const profile = `/profiles/${body.id}`;
  return { profile, application: `${profile}/applications/${body.applications[0].id}`, id: body.applications[0].id };
}

const later = { advanceMs: 1500 };

test("a rejected application that is reverted is APPLIED again, under the same id", async () => {
  const { api } = await simulatorForTest();
  const { profile, application, id } = await applied(api);
  expect((await api("POST", application, { status: "REJECTED" })).body.status).toBe("REJECTED");
  expect((await api("GET", profile)).body.category).toBe("INACTIVE_APPLICANT");
  expect((await api("POST", `${application}/revert_decision`, {})).body).toMatchObject({ id, status: "APPLIED" });
  const listed = (await api("GET", `${profile}/applications`)).body;
  expect(listed).toHaveLength(1);
  expect(listed[0].history.map((one: { status: string }) => one.status)).toEqual(["APPLIED", "REJECTED", "APPLIED"]);
});

test("reverting asks for screening again: the task that had passed is expired and a new one is open", async () => {
  const { api, control } = await simulatorForTest();
  const { profile, application } = await applied(api, MIGRATION);
  await control("POST", "/settings", later);
  await api("POST", application, { status: "REJECTED" });
  await api("POST", `${application}/revert_decision`);
  const tasks = (await api("GET", `${profile}/tasks`)).body.filter((task: { type: string }) =>
    task.type.includes("ASSESS"),
  );
  expect(tasks).toMatchObject([
    { state: "COMPLETED_PASS", is_expired: true },
    { state: "INCOMPLETE", is_expired: false },
  ]);
  expect((await api("GET", profile)).body.task_progress).toEqual({ completed_count: 0, total_count: 2 });
});

test("with the switch at new, reverting hides the old application and opens another", async () => {
  const { api } = await simulatorForTest({ settings: { revert: "new" } });
  const { profile, application, id } = await applied(api);
  await api("POST", application, { status: "REJECTED" });
  const reverted = await api("POST", `${application}/revert_decision`);
  expect(reverted.body).toMatchObject({ status: "APPLIED", hidden: false });
  expect(reverted.body.id).not.toBe(id);
  expect((await api("GET", `${profile}/applications`)).body).toHaveLength(1);
});

test("an onboarding application of a clean profile is approved by itself after the delay", async () => {
  const { api, control } = await simulatorForTest();
  const { profile, application } = await applied(api);
  expect((await api("GET", application)).body.status).toBe("APPLIED");
  await control("POST", "/settings", later);
  expect((await api("GET", application)).body).toMatchObject({
    status: "APPROVED",
    flag: "DECIDED",
    approval_blockers: [],
  });
  expect((await api("GET", profile)).body).toMatchObject({
    category: "CUSTOMER",
    task_progress: { completed_count: 2 },
  });
});

test("a name with the keyword fail leaves the application open for a person", async () => {
  const { api, control } = await simulatorForTest();
  const { application } = await applied(api, undefined, "Example Fail");
  await control("POST", "/settings", later);
  const open = (await api("GET", application)).body;
  expect(open).toMatchObject({ status: "APPLIED", flag: "REQUIRES_MANUAL_TASK_COMPLETION" });
  expect(open.approval_blockers).toHaveLength(2);
});

test("a decision taken during the automatic part stands", async () => {
  const { api, control } = await simulatorForTest();
  const { application } = await applied(api);
  await api("POST", application, { status: "REJECTED" });
  await control("POST", "/settings", later);
  expect((await api("GET", application)).body.status).toBe("REJECTED");
});

test("the automatic part, once cut short by a decision, does not go on when the decision is reverted", async () => {
  const { api, control } = await simulatorForTest();
  const { application } = await applied(api);
  await api("POST", application, { status: "REJECTED" });
  await api("POST", `${application}/revert_decision`);
  await control("POST", "/settings", later);
  expect((await api("GET", application)).body).toMatchObject({
    status: "APPLIED",
    flag: "REQUIRES_MANUAL_TASK_COMPLETION",
  });
});

test("a migration application waits for its manual task, then for the decision", async () => {
  const { api, control } = await simulatorForTest();
  const { profile, application } = await applied(api, MIGRATION);
  await control("POST", "/settings", later);
  const early = await api("POST", application, { status: "APPROVED" });
  expect([early.status, early.body.errors[0].code]).toEqual([409, 105]);
  const tasks = (await api("GET", `${profile}/tasks`)).body;
  const open = tasks.filter((task: { state: string }) => task.state === "INCOMPLETE");
  expect(open.map((task: { type: string }) => task.type)).toEqual(["INDIVIDUAL_MANUAL_TASK"]);
  const done = await api("POST", `${profile}/tasks/${open[0].id}`, { state: "COMPLETED_PASS" });
  expect(done.body).toMatchObject({ state: "COMPLETED_PASS", is_complete: true });
  expect((await api("GET", application)).body.flag).toBe("READY_FOR_DECISION");
  expect((await api("POST", application, { status: "APPROVED" })).body.status).toBe("APPROVED");
});

test("is_complete still works, and the last task approves where the product approves by itself", async () => {
  const { api, control } = await simulatorForTest();
  const { profile, application } = await applied(api, undefined, "Failing");
  await control("POST", "/settings", later);
  for (const task of (await api("GET", `${profile}/tasks`)).body)
    await api("POST", `${profile}/tasks/${task.id}`, { is_complete: true });
  expect((await api("GET", application)).body.status).toBe("APPROVED");
});

test.each([
  ["is_complete", { is_complete: true }, "COMPLETED_PASS"],
  ["state", { state: "COMPLETED_PASS" }, "COMPLETED_PASS"],
  ["state to failed", { state: "COMPLETED_FAIL" }, "COMPLETED_FAIL"],
  ["nothing", {}, "INCOMPLETE"],
])("a task read, changed in %s and sent back whole is what the change says", async (_what, change, state) => {
  const { api } = await simulatorForTest();
  const { profile } = await applied(api, MIGRATION);
  const [task] = (await api("GET", `${profile}/tasks`)).body;
  expect((await api("POST", `${profile}/tasks/${task.id}`, { ...task, ...change })).body.state).toBe(state);
});

test("only the listed moves are possible; others say 102, 103 or 402 and change nothing", async () => {
  const { api, control } = await simulatorForTest();
  const codeOf = async (path: string, status: string) => (await api("POST", path, { status })).body.errors?.[0].code;
  const { application } = await applied(api);
  expect(await codeOf(application, "CANCELLED")).toBe(402);
  await control("POST", "/settings", later);
  expect(await codeOf(application, "APPROVED")).toBe(102);
  expect(await codeOf(application, "REJECTED")).toBe(402);
  await api("POST", application, { status: "CANCELLED" });
  expect(await codeOf(application, "APPROVED")).toBe(402);
  const { application: other } = await applied(api);
  await api("POST", other, { status: "REJECTED" });
  expect(await codeOf(other, "REJECTED")).toBe(103);
});

test("an added or reopened task sends an approved application to review", async () => {
  const { api, control } = await simulatorForTest();
  const { profile, application } = await applied(api);
  await control("POST", "/settings", later);
  const task = await api("POST", `${profile}/tasks`, { type: "INDIVIDUAL_MANUAL_TASK" });
  expect([task.status, task.body.state]).toEqual([200, "INCOMPLETE"]);
  expect((await api("GET", application)).body.status).toBe("IN_REVIEW");
  await api("POST", `${profile}/tasks/${task.body.id}`, { state: "COMPLETED_PASS" });
  expect((await api("GET", application)).body.status).toBe("APPROVED");
  await api("POST", `${profile}/tasks/${task.body.id}`, { state: "INCOMPLETE" });
  expect((await api("GET", application)).body.status).toBe("IN_REVIEW");
});

test("a task's expiry can be set, read as expiry_at, and restored; without a category it is refused", async () => {
  const { api } = await simulatorForTest();
  const { profile } = await applied(api);
  const [task] = (await api("GET", `${profile}/tasks`)).body;
  const path = `${profile}/tasks/${task.id}/expiry`;
  const expire_at = "2027-12-10 00:00:00";
  expect((await api("POST", path, { expire_at, reason_categories: [] })).status).toBe(400);
  const set = await api("POST", path, { expire_at, reason_categories: ["DOCUMENT_EXPIRY"] });
  expect(set.body.custom_expiry.expiry_at).toBe(expire_at);
  const restored = await api("POST", path, { expire_at: null, reason_categories: ["OTHER"] });
  expect(restored.body).not.toHaveProperty("custom_expiry");
});

test.each(["sync", "async"])("a %s identity check belongs to a task and ends with a result", async (mode) => {
  const { api, control } = await simulatorForTest();
  const { profile } = await applied(api, undefined, undefined, { address_history: [{ address: ADDRESS }] });
  const check = await api("POST", `${profile}/checks?mode=${mode}`, { check_type: "IDENTITY_CHECK" });
  expect(check.body.task_ids).not.toEqual([]);
  expect(check.body.state).toBe(mode === "sync" ? "COMPLETE" : "RUNNING");
  await control("POST", "/settings", { advanceMs: 1000 });
  expect((await api("GET", `${profile}/checks/${check.body.id}`)).body).toMatchObject({
    state: "COMPLETE",
    result: "2+2",
    errors: [],
  });
});

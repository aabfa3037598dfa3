import { expect, test } from "vitest";
import { company, individual } from "../test-client.ts";
import { browserForTest, fieldIn, type TestBrowser } from "./test-browser.ts";

/** A client that waits for a person, and what the API says of it. */
async function waitingClient(browser: TestBrowser) {
  const { id, applications, tasks } = (await browser.api("POST", "/profiles", individual("C-1", "Failsworth"))).body;
  await browser.control("POST", "/settings", { advanceMs: 1_500 });
  return {
    id,
    path: `/portal/profiles/${id}`,
    decision: `/portal/profiles/${id}/applications/${applications[0].id}/decision`,
    tasks: tasks.map((task: { id: string }) => task.id) as string[],
    read: async () => (await browser.api("GET", `/profiles/${id}`)).body,
  };
}

test("approving passes the open tasks, and history and audit name the person and the reason", async () => {
  const browser = await browserForTest();
  const { decision, read } = await waitingClient(browser);
  const page = await browser.press(decision, { status: "APPROVED", comment: "Known for years" });
  expect(page.text).toContain("The application is approved.");
  expect(page.text).toContain("by Portal Person: Known for years");
  const profile = await read();
  expect(profile.applications[0]).toMatchObject({ status: "APPROVED" });
  expect(profile.tasks.map((task: { state: string }) => task.state)).toEqual(["COMPLETED_PASS", "COMPLETED_PASS"]);
});

test("an unresolved event keeps a person from approving, and the tasks stay as they were", async () => {
  const browser = await browserForTest();
  const { id, path, decision, read } = await waitingClient(browser);
  const raised = await browser.press(`${path}/events`, { event_type: "PEP_FLAG" });
  expect(raised.text).toContain("The event “Politically exposed person” is not resolved.");
  const refused = await browser.press(decision, { status: "APPROVED" });
  expect(refused).toMatchObject({ status: 409, text: expect.stringContaining("Not done.") });
  const { tasks, applications, unresolved_event_types } = await read();
  expect(unresolved_event_types).toEqual(["PEP_FLAG"]);
  expect(applications[0].status).toBe("APPLIED");
  expect(tasks.map((task: { state: string }) => task.state)).toEqual(["INCOMPLETE", "INCOMPLETE"]);
  const [event] = (await browser.api("GET", `/profiles/${id}/events`)).body;
  await browser.press(`${path}/events/${event.id}`, { resolution: "MISMATCH", reason: "Another person" });
  expect((await browser.press(decision, { status: "APPROVED" })).text).toContain("The application is approved.");
});

test("an event sends an approved client to review", async () => {
  const browser = await browserForTest();
  const { path, decision, read } = await waitingClient(browser);
  await browser.press(decision, { status: "APPROVED" });
  await browser.press(`${path}/events`, { event_type: "SANCTION_FLAG" });
  expect((await read()).applications[0].status).toBe("IN_REVIEW");
});

test("a rejection can be reverted, and only what the status allows is offered", async () => {
  const browser = await browserForTest();
  const { decision, read } = await waitingClient(browser);
  const rejected = await browser.press(decision, { status: "REJECTED" });
  expect(
    [...rejected.text.slice(0, rejected.text.indexOf('id="tasks"')).matchAll(/name="status" value="(\w+)"/g)].map(
      ([, status]) => status,
    ),
  ).toEqual(["APPLIED"]);
  expect((await browser.press(decision, { status: "CANCELLED" })).status).toBe(409);
  await browser.press(decision, { status: "APPLIED" });
  expect((await read()).applications[0].status).toBe("APPLIED");
});

test("a task is passed, failed and opened again; the last pass lets the policy approve", async () => {
  const browser = await browserForTest();
  const { path, tasks, read } = await waitingClient(browser);
  const [first = "", second = ""] = tasks;
  await browser.press(`${path}/tasks/${first}/state`, { state: "COMPLETED_FAIL" });
  expect((await read()).tasks[0].state).toBe("COMPLETED_FAIL");
  await browser.press(`${path}/tasks/${first}/state`, { state: "COMPLETED_PASS" });
  await browser.press(`${path}/tasks/${second}/state`, { state: "COMPLETED_PASS" });
  expect((await read()).applications[0].status).toBe("APPROVED");
  await browser.press(`${path}/tasks/${first}/state`, { state: "INCOMPLETE" });
  expect((await read()).applications[0].status).toBe("IN_REVIEW");
});

test("a suspended profile cannot be approved until it is back to normal", async () => {
  const browser = await browserForTest();
  const { path, decision, read } = await waitingClient(browser);
  const suspended = await browser.press(`${path}/status`, { status: "SUSPENDED" });
  expect(suspended.text).toContain("The profile is suspended.");
  expect((await browser.press(decision, { status: "APPROVED" })).status).toBe(409);
  await browser.press(`${path}/status`, { status: "NORMAL" });
  await browser.press(decision, { status: "APPROVED" });
  expect((await read()).applications[0].status).toBe("APPROVED");
});

test("a task gets a date of its own, and goes back to that of the policy", async () => {
  const browser = await browserForTest();
  const { path, tasks, read } = await waitingClient(browser);
  const expiry = `${path}/tasks/${tasks[0]}/expiry`;
  await browser.press(expiry, {
    act: "set",
    expire_on: "2031-05-12",
    category: "DOCUMENT_EXPIRY",
    description: "Passport",
  });
  expect((await read()).tasks[0].custom_expiry).toMatchObject({
    expiry_at: "2031-05-12 00:00:00",
    reason_categories: ["DOCUMENT_EXPIRY"],
    reason_description: "Passport",
  });
  const refused = await browser.press(expiry, { act: "set", expire_on: "", category: "OTHER" });
  expect(refused.status).toBe(409);
  await browser.press(expiry, { act: "restore", category: "OTHER" });
  expect((await read()).tasks[0].custom_expiry).toBeUndefined();
});

test("editing fields replaces what was changed, keeps everything else, and makes a new version", async () => {
  const browser = await browserForTest();
  const { id, path, read } = await waitingClient(browser);
  const before = await read();
  const etag = (await browser.api("GET", `/profiles/${id}/collected_data`)).headers.get("etag");
  const form = await browser.open(`${path}/edit`);
  expect(fieldIn(form, "if_match")).toBe(etag);
  const saved = await browser.press(`${path}/edit`, {
    if_match: fieldIn(form, "if_match"),
    customer_ref: "C-1",
    "personal_details.name.given_names": "Alex, Jo",
    "personal_details.name.family_name": "Newname",
    "personal_details.dob": "",
  });
  expect(saved.text).toContain("The data are saved");
  const { collected_data } = await read();
  expect(collected_data).toEqual({
    ...before.collected_data,
    personal_details: { name: { given_names: ["Alex", "Jo"], family_name: "Newname" } },
  });
  expect((await browser.api("GET", `/profiles/${id}/collected_data`)).headers.get("etag")).not.toBe(etag);
});

test("what a program wrote in the meantime is not overwritten: the person is told, and keeps what they typed", async () => {
  const browser = await browserForTest();
  const { id, path, read } = await waitingClient(browser);
  const form = await browser.open(`${path}/edit`);
  const { collected_data } = await read();
  await browser.api("POST", `/profiles/${id}/collected_data`, { ...collected_data, customer_ref: "BY-PROGRAM" });
  const fields = { "personal_details.name.family_name": "Typed" };
  const conflict = await browser.press(`${path}/edit`, { ...fields, if_match: fieldIn(form, "if_match") });
  expect(conflict.status).toBe(412);
  expect(conflict.text).toContain("Somebody changed this data after you opened it");
  expect(conflict.text).toContain("BY-PROGRAM");
  expect(fieldIn(conflict, "personal_details.name.family_name")).toBe("Typed");
  expect((await read()).collected_data).toMatchObject({
    customer_ref: "BY-PROGRAM",
    personal_details: { name: { family_name: "Failsworth" } },
  });
  await browser.press(`${path}/edit`, { ...fields, if_match: fieldIn(conflict, "if_match") });
  expect((await read()).collected_data).toMatchObject({
    customer_ref: "BY-PROGRAM",
    personal_details: { name: { family_name: "Typed" } },
  });
});

test("after a conflict a field that the person left alone shows what the other wrote", async () => {
  const browser = await browserForTest();
  const { id, path, read } = await waitingClient(browser);
  const form = await browser.open(`${path}/edit`);
  const { collected_data } = await read();
  const email = "new@post.example";
  await browser.api("POST", `/profiles/${id}/collected_data`, { ...collected_data, contact_details: { email } });
  const names = [...form.text.matchAll(/name="([^"]+)" value=/g)].map(([, name]) => name ?? "");
  const opened = Object.fromEntries(names.map((name) => [name, fieldIn(form, name)]));
  const conflict = await browser.press(`${path}/edit`, { ...opened, "personal_details.name.family_name": "Typed" });
  expect(fieldIn(conflict, "contact_details.email")).toBe(email);
  const again = Object.fromEntries(names.map((name) => [name, fieldIn(conflict, name)]));
  await browser.press(`${path}/edit`, again);
  expect((await read()).collected_data).toMatchObject({
    contact_details: { email },
    personal_details: { name: { family_name: "Typed" } },
  });
});

test("putting a slip in the JSON right does not hide that somebody else has saved meanwhile", async () => {
  const browser = await browserForTest();
  const { id, path, read } = await waitingClient(browser);
  const form = await browser.open(`${path}/edit?as=json`);
  const slip = await browser.press(`${path}/edit?as=json`, { json: "{", if_match: fieldIn(form, "if_match") });
  const { collected_data } = await read();
  await browser.api("POST", `/profiles/${id}/collected_data`, { ...collected_data, customer_ref: "BY-PROGRAM" });
  const json = JSON.stringify(collected_data);
  const corrected = await browser.press(`${path}/edit?as=json`, { json, if_match: fieldIn(slip, "if_match") });
  expect(corrected.status).toBe(412);
  expect((await read()).collected_data.customer_ref).toBe("BY-PROGRAM");
});

test.each([
  ["{", "This is not valid JSON"],
  [`{"entity_type": "COMPANY"}`, "entity_type cannot be changed"],
  [`{"entity_type": "INDIVIDUAL", "personal_details": {"dob": "yesterday"}}`, "personal_details.dob must be"],
])("JSON that cannot be stored is refused with the reason, and nothing changes: %s", async (json, reason) => {
  const browser = await browserForTest();
  const { path, read } = await waitingClient(browser);
  const before = await read();
  const page = await browser.press(`${path}/edit?as=json`, { json, if_match: "*" });
  expect(page.status).toBe(400);
  expect(page.text).toContain(reason);
  expect((await read()).collected_data).toEqual(before.collected_data);
});

test("a company that says its reference twice goes on saying the same after an edit", async () => {
  const browser = await browserForTest();
  const body = company("C-7", "Lantern Ltd", { customer_reference: "C-7" });
  const { id } = (await browser.api("POST", "/profiles", body)).body;
  const form = await browser.open(`/portal/profiles/${id}/edit`);
  await browser.press(`/portal/profiles/${id}/edit`, { customer_ref: "C-8", if_match: fieldIn(form, "if_match") });
  const { collected_data } = (await browser.api("GET", `/profiles/${id}`)).body;
  expect(collected_data).toMatchObject({
    customer_ref: "C-8",
    customer_reference: "C-8",
    metadata: { name: "Lantern Ltd" },
  });
});

test("a profile goes only when its reference was typed, and then the API knows it no more", async () => {
  const browser = await browserForTest();
  const { id, path } = await waitingClient(browser);
  expect(await browser.press(`${path}/delete`, { confirm: "C-2" })).toMatchObject({
    status: 400,
    text: expect.stringContaining("is still here"),
  });
  expect((await browser.api("GET", `/profiles/${id}`)).status).toBe(200);
  const gone = await browser.press(`${path}/delete`, { confirm: "C-1" });
  expect(gone.text).toContain("The profile is deleted.");
  expect((await browser.api("GET", `/profiles/${id}`)).status).toBe(404);
});

test("the settings of webhooks are saved as the form says, and an empty secret keeps the old one", async () => {
  const browser = await browserForTest();
  const fields = {
    endpoint: "http://127.0.0.1:9/hook",
    secret: "",
    events: ["CHECK_COMPLETED", "TASK_CREATED"],
    batching: "on",
    batchShape: "events",
    batchEveryMs: "2.5",
    duplicateEvery: "3",
    timeoutMs: "4",
    retryFirstMs: "1",
    retryMaxMs: "60",
    stalledAfterFailures: "2",
  };
  const saved = await browser.press("/portal/webhooks/settings?account=sim-demo-key", fields);
  expect(saved.text).toContain("The settings of the webhooks are saved.");
  await browser.press("/portal/webhooks/switch?account=sim-demo-key", { enabled: "on" });
  const page = await browser.open("/portal/webhooks?account=sim-demo-key");
  expect(
    ["endpoint", "batchEveryMs", "duplicateEvery", "timeoutMs"].map(
      (name) => /value="([^"]*)"/.exec(page.text.slice(page.text.indexOf(`name="${name}"`)))?.[1],
    ),
  ).toEqual(["http://127.0.0.1:9/hook", "2.5", "3", "4"]);
  const [state] = (await browser.control("GET", "/webhooks?account=demo")).body.accounts;
  expect(state).toMatchObject({ enabled: true, condition: "idle", events: ["CHECK_COMPLETED", "TASK_CREATED"] });
  const wrong = await browser.press("/portal/webhooks/settings?account=sim-demo-key", {
    ...fields,
    endpoint: "ftp://x",
  });
  expect(wrong).toMatchObject({ status: 400, text: expect.stringContaining("webhook.endpoint") });
  const [live] = (await browser.control("GET", "/webhooks?account=live")).body.accounts;
  expect(live).toMatchObject({ enabled: false, endpoint: null });
});

test("the page shows a stalled queue with its attempts, retries it, and switching off drops what waits", async () => {
  const browser = await browserForTest();
  // Nothing listens on port 9, so each attempt fails at once.
  const webhook = { account: "demo", endpoint: "http://127.0.0.1:9/hook", enabled: true, stalledAfterFailures: 1 };
  await browser.control("POST", "/settings", { webhook });
  const { decision } = await waitingClient(browser);
  await browser.press(decision, { status: "REJECTED" });
  await expect.poll(async () => (await browser.open("/portal/webhooks")).text).toContain("could not be reached");
  const stalled = (await browser.open("/portal/webhooks")).text;
  expect(stalled).toContain("Stalled since");
  expect(stalled).toContain("MANUAL_ACTION_REQUIRED");
  await browser.press("/portal/webhooks/retry?account=sim-demo-key", {});
  const attempts = async () => (await browser.control("GET", "/webhooks?account=demo")).body.accounts[0].attempts;
  await expect.poll(attempts).toHaveLength(2);
  const off = await browser.press("/portal/webhooks/switch?account=sim-demo-key", { enabled: "off" });
  expect(off.text).toContain("what waited is dropped");
  expect((await browser.control("GET", "/webhooks?account=demo")).body.accounts[0]).toMatchObject({
    waiting: 0,
    condition: "off",
  });
});

test("a bad day is ordered, strikes, and is taken back", async () => {
  const browser = await browserForTest();
  const ordered = await browser.press("/portal/bad-days/order", {
    operation: "create_profile",
    kind: "500",
    nth: "1",
    times: "",
    customerRef: "",
  });
  expect(ordered.text).toContain("The 1st call of create_profile: 500, an internal error.");
  expect((await browser.api("POST", "/profiles", individual("C-1"))).status).toBe(500);
  expect((await browser.open("/portal/bad-days")).text).toContain("struck 1 of 1");
  await browser.press("/portal/bad-days/recipe", { recipe: "wait" });
  expect((await browser.api("GET", "/whoami")).status).toBe(429);
  expect((await browser.press("/portal/bad-days/clear", {})).text).toContain("None: every call is answered");
  expect((await browser.api("GET", "/whoami")).status).toBe(200);
});

test("switches, quota and time are set from the page; what is not in the form stays as it was", async () => {
  const browser = await browserForTest();
  await browser.press("/portal/bad-days/switches", {
    createdStatus: "201",
    searchCustomerRef: "true",
    manualKeywords: "odd, strange",
  });
  expect((await browser.control("GET", "/settings")).body).toMatchObject({
    createdStatus: 201,
    searchCustomerRef: true,
    manualKeywords: ["odd", "strange"],
    indexDelayMs: 0,
  });
  expect(await browser.press("/portal/bad-days/switches", { createdStatus: "202" })).toMatchObject({ status: 400 });
  const limits = Object.fromEntries(
    ["createProfile", "replaceCollectedData", "auditReport"].flatMap((name) => [
      [`${name}.perHour`, "3600"],
      [`${name}.burst`, "1"],
    ]),
  );
  await browser.press("/portal/bad-days/limits?account=sim-demo-key", limits);
  expect((await browser.api("POST", "/profiles", individual("C-1"))).status).toBe(201);
  expect((await browser.api("POST", "/profiles", individual("C-2"))).status).toBe(429);
  await browser.press("/portal/bad-days/time", { advanceMs: "10000" });
  expect((await browser.api("POST", "/profiles", individual("C-2"))).status).toBe(201);
});

test("everything is emptied only when the word was typed", async () => {
  const browser = await browserForTest();
  await browser.api("POST", "/profiles", individual("C-1"));
  expect((await browser.press("/portal/bad-days/reset", { confirm: "yes" })).status).toBe(400);
  expect((await browser.control("GET", "/state?account=demo")).body.profiles).toBe(1);
  await browser.press("/portal/bad-days/reset", { confirm: "reset" });
  expect((await browser.control("GET", "/state?account=demo")).body.profiles).toBe(0);
});

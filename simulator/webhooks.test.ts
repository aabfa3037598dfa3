import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { individual, simulatorForTest, type TestClient } from "./test-client.ts";
import { EVENTS } from "./webhooks/event-names.ts";

// biome-ignore lint/suspicious/noExplicitAny: the body is whatever came over the wire
type Received = { headers: IncomingHttpHeaders; body: any };

/** Somewhere to send webhooks to; answers with whatever `status` says at the time. */
async function receiver() {
  const inbox: Received[] = [];
  const reply = { status: 200 };
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const piece of request) text += piece;
    inbox.push({ headers: request.headers, body: JSON.parse(text) });
    response.writeHead(reply.status).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { inbox, reply, endpoint, arrived: (count: number) => vi.waitFor(() => expect(inbox).toHaveLength(count)) };
}

const switchOn = (control: TestClient["control"], endpoint: string, more: object = {}) =>
  control("POST", "/settings", { webhook: { account: "sim-demo-key", endpoint, enabled: true, ...more } });

const queue = async (control: TestClient["control"]) =>
  (await control("GET", "/webhooks?account=demo")).body.accounts[0];

async function reject(api: TestClient["api"], reference: string): Promise<string> {
  const { id, applications } = (await api("POST", "/profiles", individual(reference))).body;
  await api("POST", `/profiles/${id}/applications/${applications[0].id}`, { status: "REJECTED" });
  return id;
}

test("a decision by key is told with the secret in body and header, and names the key", async () => {
  const { api, control } = await simulatorForTest();
  const { inbox, endpoint, arrived } = await receiver();
  await switchOn(control, endpoint, { secret: "shared" });
  const profile_id = await reject(api, "C-1");
  await arrived(1);
  expect(inbox[0]?.headers.authorization).toBe("Bearer shared");
  expect(inbox[0]?.body).toMatchObject({
    event: "PRODUCT_STATUS_CHANGED",
    secret: "shared",
    timestamp: expect.any(Number),
    data: {
      profile_id,
      customer_ref: "C-1",
      new_status: "REJECTED",
      user: null,
      apikey: { name: "Migration key (demo)" },
    },
  });
  expect(inbox[0]?.body.data.product).toMatchObject({ alias: "individual_onboarding" });
});

test("a decision by a person in the portal names the person and no key", async () => {
  const { api, control } = await simulatorForTest();
  const { inbox, endpoint, arrived } = await receiver();
  await switchOn(control, endpoint);
  const { id, applications } = (await api("POST", "/profiles", individual("C-1"))).body;
  const decision = { status: "REJECTED", user: { name: "Morgan Rose" } };
  await control("POST", `/profiles/${id}/applications/${applications[0].id}/decision`, decision);
  await arrived(1);
  expect(inbox[0]?.body.data).toMatchObject({ apikey: null, user: { name: "Morgan Rose" }, new_status: "REJECTED" });
});

test("a person can approve what waits for a person, and it is the person who did it", async () => {
  const { api, control } = await simulatorForTest();
  const { inbox, endpoint, arrived } = await receiver();
  await switchOn(control, endpoint);
  const { id, applications } = (await api("POST", "/profiles", individual("C-1", "Fail"))).body;
  await control("POST", "/settings", { advanceMs: 1500 });
  await arrived(1);
  expect(inbox[0]?.body.event).toBe("MANUAL_ACTION_REQUIRED");
  expect(inbox[0]?.body.data.actions[0]).toMatchObject({
    applications: [{ id: applications[0].id }],
    task: { state: "INCOMPLETE" },
  });
  const path = `/profiles/${id}/applications/${applications[0].id}/decision`;
  const decision = { status: "APPROVED", user: { name: "Morgan Rose" } };
  expect((await control("POST", path, decision)).body.status).toBe("APPROVED");
  await arrived(2);
  expect(inbox[1]?.body.data).toMatchObject({ new_status: "APPROVED", user: { name: "Morgan Rose" } });
});

test("the policy's own approval names neither a person nor a key", async () => {
  const { api, control } = await simulatorForTest();
  const { inbox, endpoint, arrived } = await receiver();
  await switchOn(control, endpoint);
  await api("POST", "/profiles", individual("C-1"));
  await control("POST", "/settings", { advanceMs: 1500 });
  await arrived(1);
  expect(inbox[0]?.body.data).toMatchObject({ new_status: "APPROVED", user: null, apikey: null });
});

test("only 200 counts: a message answered otherwise is sent again under its id, before all that follow", async () => {
  const { api, control } = await simulatorForTest();
  const { inbox, reply, endpoint, arrived } = await receiver();
  await switchOn(control, endpoint);
  reply.status = 204;
  const first = await reject(api, "C-1");
  await arrived(1);
  const second = await reject(api, "C-2");
  await vi.waitFor(async () => expect(await queue(control)).toMatchObject({ waiting: 2, failuresInARow: 1 }));
  reply.status = 200;
  await control("POST", "/settings", { advanceMs: 4_000 });
  expect(inbox).toHaveLength(1);
  await control("POST", "/settings", { advanceMs: 1_100 });
  await arrived(3);
  expect(inbox.map(({ body }) => body.data.profile_id)).toEqual([first, first, second]);
  expect(inbox[1]?.body.id).toBe(inbox[0]?.body.id);
});

test("a queue that fails again and again is stalled, and retry now ignores the back-off", async () => {
  const { api, control } = await simulatorForTest();
  const { reply, endpoint, arrived } = await receiver();
  await switchOn(control, endpoint);
  reply.status = 500;
  await reject(api, "C-1");
  for (let failures = 1; failures <= 5; failures += 1) {
    await vi.waitFor(async () => expect((await queue(control)).failuresInARow).toBe(failures));
    if (failures < 5) await control("POST", "/webhooks/retry", {});
  }
  expect(await queue(control)).toMatchObject({ isStalled: true, waiting: 1 });
  reply.status = 200;
  await control("POST", "/webhooks/retry", {});
  await arrived(6);
  await vi.waitFor(async () =>
    expect(await queue(control)).toMatchObject({ isStalled: false, waiting: 0, delivered: 1 }),
  );
});

test("switching webhooks off drops what waits", async () => {
  const { api, control } = await simulatorForTest();
  const { reply, endpoint, arrived } = await receiver();
  await switchOn(control, endpoint);
  reply.status = 500;
  await reject(api, "C-1");
  await arrived(1);
  await control("POST", "/settings", { webhook: { account: "sim-demo-key", enabled: false } });
  expect((await queue(control)).waiting).toBe(0);
});

test("events of one account never go to the endpoint of another", async () => {
  const { api, control } = await simulatorForTest();
  const { inbox, endpoint, arrived } = await receiver();
  await switchOn(control, endpoint);
  const live = { apikey: "sim-live-key" };
  const { id, applications } = (await api("POST", "/profiles", individual("L-1"), live)).body;
  await api("POST", `/profiles/${id}/applications/${applications[0].id}`, { status: "REJECTED" }, live);
  await reject(api, "D-1");
  await arrived(1);
  expect(inbox[0]?.body.data.customer_ref).toBe("D-1");
});

test("only status changes, checks and manual actions are told unless an account asks for more", async () => {
  const { control } = await simulatorForTest();
  expect((await queue(control)).events).toEqual([
    "PRODUCT_STATUS_CHANGED",
    "CHECK_COMPLETED",
    "MANUAL_ACTION_REQUIRED",
  ]);
});

test("every event that the simulator has is told once it happens, and no other", async () => {
  const { api, control } = await simulatorForTest();
  const { inbox, endpoint } = await receiver();
  await switchOn(control, endpoint, { events: Object.keys(EVENTS) });
  const { id, applications } = (await api("POST", "/profiles", individual("C-1", "Failsworth"))).body;
  const profile = `/profiles/${id}`;
  await control("POST", "/settings", { advanceMs: 1_500 });
  await api("POST", `${profile}/status`, '"SUSPENDED"');
  await api("POST", `${profile}/status`, '"NORMAL"');
  await api("POST", `${profile}/collection_steps`, [{ collection_type: "EMAIL" }]);
  const { collected_data } = (await api("GET", profile)).body;
  await api("POST", `${profile}/collected_data`, {
    ...collected_data,
    contact_details: { email: "alex@post.example" },
  });
  await api("POST", `${profile}/checks?mode=sync`, { check_type: "PEPS_AND_SANCTIONS_SCREEN" });
  const event = (await control("POST", `${profile}/events`, { data: { event_type: "REFER_FLAG" } })).body;
  await control("POST", `${profile}/events/${event.id}`, { resolution: "MISMATCH" });
  await control("POST", `${profile}/applications/${applications[0].id}/decision`, { status: "APPROVED" });
  const possible = Object.entries(EVENTS).flatMap(([name, event]) => ("never" in event ? [] : [name]));
  await vi.waitFor(() => expect(new Set(inbox.map(({ body }) => body.event))).toEqual(new Set(possible)));
  for (const { body } of inbox) expect(body.data).toMatchObject({ profile_id: id, customer_ref: "C-1" });
});

test("a change by key names the key, the same change by a person names the person", async () => {
  const { api, control } = await simulatorForTest();
  const { inbox, endpoint, arrived } = await receiver();
  const events = ["COLLECTED_DATA_UPDATED", "COLLECTED_DATA_CHANGED", "TASK_STATE_CHANGED", "EVENTS_CREATED"];
  await switchOn(control, endpoint, { events });
  const { id, collected_data, tasks } = (await api("POST", "/profiles", individual("C-1", "Failsworth"))).body;
  const user = { name: "Morgan Rose" };
  const changed = { ...collected_data, customer_ref: "C-2" };
  await api("POST", `/profiles/${id}/collected_data`, changed);
  await control("POST", `/profiles/${id}/collected_data`, { collected_data, user });
  await api("POST", `/profiles/${id}/tasks/${tasks[0].id}`, { state: "COMPLETED_PASS" });
  await control("POST", `/profiles/${id}/tasks/${tasks[0].id}`, { state: "INCOMPLETE", user });
  await control("POST", `/profiles/${id}/events`, { data: { event_type: "PEP_FLAG" }, user });
  await arrived(7);
  const told = inbox.map(({ body }) => [body.event, body.data.apikey?.name ?? null, body.data.user?.name ?? null]);
  const byKey = ["Migration key (demo)", null];
  const byPerson = [null, "Morgan Rose"];
  expect(told).toEqual([
    ["COLLECTED_DATA_UPDATED", ...byKey],
    ["COLLECTED_DATA_CHANGED", ...byKey],
    ["COLLECTED_DATA_UPDATED", ...byPerson],
    ["COLLECTED_DATA_CHANGED", ...byPerson],
    ["TASK_STATE_CHANGED", ...byKey],
    ["TASK_STATE_CHANGED", ...byPerson],
    ["EVENTS_CREATED", ...byPerson],
  ]);
  expect(inbox[0]?.body.data).toMatchObject({ old_data: { customer_ref: "C-1" }, new_data: { customer_ref: "C-2" } });
  expect(inbox[4]?.body.data).toMatchObject({ old_state: "INCOMPLETE", new_state: "COMPLETED_PASS" });
});

test("with batching the requests of one account are batches over the wire, with the secret in each message", async () => {
  const { api, control } = await simulatorForTest();
  const { inbox, endpoint, arrived } = await receiver();
  await switchOn(control, endpoint, { batching: true, batchShape: "events", secret: "shared" });
  await reject(api, "C-1");
  await reject(api, "C-2");
  expect(await queue(control)).toMatchObject({ waiting: 2, condition: "working" });
  await control("POST", "/settings", { advanceMs: 5_000 });
  await arrived(1);
  expect(inbox[0]?.headers.authorization).toBe("Bearer shared");
  const { events } = inbox[0]?.body ?? {};
  expect(
    events.map((one: { secret: string; data: { customer_ref: string } }) => [one.secret, one.data.customer_ref]),
  ).toEqual([
    ["shared", "C-1"],
    ["shared", "C-2"],
  ]);
});

test("an answer that is lost on its way brings the same message again", async () => {
  const { api, control } = await simulatorForTest();
  const { inbox, endpoint, arrived } = await receiver();
  await switchOn(control, endpoint, { duplicateEvery: 1 });
  await reject(api, "C-1");
  await arrived(2);
  expect(inbox[1]?.body).toEqual(inbox[0]?.body);
  await vi.waitFor(async () => expect(await queue(control)).toMatchObject({ waiting: 0, delivered: 1 }));
});

test.each([
  ["batchEveryMs", 10_001],
  ["batchShape", "list"],
  ["duplicateEvery", -1],
  ["endpoint", "ftp://127.0.0.1/"],
])("a setting of webhooks that cannot be is refused with a sentence: %s %s", async (name, value) => {
  const { control } = await simulatorForTest();
  const answer = await control("POST", "/settings", { webhook: { account: "demo", [name]: value } });
  expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining(name)]);
});

test("the side door tells the settings of webhooks, and never the secret", async () => {
  const { control } = await simulatorForTest();
  await switchOn(control, "http://127.0.0.1:9/hook", { secret: "only-for-the-receiver", shuffle: true });
  const told = await queue(control);
  expect(told).toMatchObject({ enabled: true, shuffle: true, batching: false, timeoutMs: 10_000 });
  expect(JSON.stringify(told)).not.toContain("only-for-the-receiver");
});

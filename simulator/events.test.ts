import { expect, test } from "vitest";
import { company, individual, simulatorForTest } from "./test-client.ts";

async function approved(request: object = individual("C-1")) {
  const client = await simulatorForTest();
  const { id, applications } = (await client.api("POST", "/profiles", request)).body;
  await client.control("POST", "/settings", { advanceMs: 1500 });
  const path = `/profiles/${id}`;
  return { ...client, path, application: `${path}/applications/${applications[0].id}` };
}

test("a monitoring event opens its task again, blocks approval and sends the application to review", async () => {
  const { api, path, application } = await approved();
  const event = (await api("POST", `${path}/events`, { data: { event_type: "PEP_FLAG", pep: { match: true } } })).body;
  expect(event).toMatchObject({ resolution: "UNRESOLVED", data: { event_type: "PEP_FLAG", pep: { match: true } } });
  const read = (await api("GET", path)).body;
  expect(read.unresolved_event_types).toEqual(["PEP_FLAG"]);
  const open = read.tasks.filter((task: { state: string }) => task.state === "INCOMPLETE");
  expect(open.map((task: { type: string }) => task.type)).toEqual([
    "INDIVIDUAL_ASSESS_MEDIA_AND_POLITICAL_AND_SANCTIONS_EXPOSURE",
  ]);
  const { status, flag, approval_blockers } = (await api("GET", application)).body;
  expect([status, flag]).toEqual(["IN_REVIEW", "REQUIRES_MANUAL_TASK_COMPLETION"]);
  expect(approval_blockers.map((one: { blocker_type: string }) => one.blocker_type)).toEqual([
    "INCOMPLETE_TASK",
    "UNRESOLVED_EVENT",
  ]);
  expect(approval_blockers[1].event_id).toBe(event.id);
});

test("the application is approved again once the task has passed and the event is resolved, not before", async () => {
  const { api, path, application } = await approved();
  const event = (await api("POST", `${path}/events`, { data: { event_type: "SANCTION_FLAG" } })).body;
  const tasks = (await api("GET", `${path}/tasks`)).body;
  const open = tasks.find((task: { state: string }) => task.state === "INCOMPLETE");
  await api("POST", `${path}/tasks/${open.id}`, { state: "COMPLETED_PASS" });
  expect((await api("GET", application)).body.status).toBe("IN_REVIEW");
  const resolved = await api("POST", `${path}/events/${event.id}`, {
    resolution: "MISMATCH",
    resolution_reason: "another person",
    resolution_task_ids: [open.id],
  });
  expect(resolved.body).toMatchObject({ resolution: "MISMATCH", resolution_task_ids: [open.id] });
  expect(resolved.body.resolution_date).toMatch(/^\d{4}-\d{2}-\d{2} /);
  expect((await api("GET", application)).body.status).toBe("APPROVED");
  expect((await api("GET", path)).body.unresolved_event_types).toEqual([]);
});

test("a company is screened for sanctions and media, so a PEP found there opens that task", async () => {
  const { api, path } = await approved(company("C-1"));
  await api("POST", `${path}/events`, { data: { event_type: "PEP_FLAG" } });
  const tasks = (await api("GET", `${path}/tasks`)).body;
  const open = tasks.filter((task: { is_complete: boolean }) => !task.is_complete);
  expect(open.map((task: { type: string }) => task.type)).toEqual(["COMPANY_ASSESS_MEDIA_AND_SANCTIONS_EXPOSURE"]);
});

test("many events are resolved at once, all or none", async () => {
  const { api, path } = await approved();
  const ids: string[] = [];
  for (const event_type of ["REFER_FLAG", "ADVERSE_MEDIA_FLAG"])
    ids.push((await api("POST", `${path}/events`, { data: { event_type } })).body.id);
  const change = (id: string | undefined) => ({ id, resolution: "IGNORE" });
  const stranger = "00000000-0000-4000-8000-000000000000";
  expect((await api("POST", `${path}/events/bulk_update`, [change(ids[0]), change(stranger)])).status).toBe(404);
  expect((await api("GET", `${path}/events/${ids[0]}`)).body.resolution).toBe("UNRESOLVED");
  const both = await api("POST", `${path}/events/bulk_update`, ids.map(change));
  expect(both.body.map((event: { resolution: string }) => event.resolution)).toEqual(["IGNORE", "IGNORE"]);
});

test.each([
  ["no data", {}],
  ["an unknown type", { data: { event_type: "RUMOUR" } }],
  ["a score above one", { data: { event_type: "PEP_FLAG", score: 2 } }],
])("an event with %s is refused with code 201 and not made", async (_what, body) => {
  const { api, path } = await approved();
  const refused = await api("POST", `${path}/events`, body);
  expect([refused.status, refused.body.errors[0].code]).toEqual([400, 201]);
  expect((await api("GET", `${path}/events`)).body).toEqual([]);
});

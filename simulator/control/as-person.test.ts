import { expect, test } from "vitest";
import { individual, simulatorForTest } from "../test-client.ts";

const user = { name: "Morgan Rose" };

test("a person's edit is stored under the ETag they saw, and a stale one is refused with the data as they are now", async () => {
  const { api, control } = await simulatorForTest();
  const { id, collected_data } = (await api("POST", "/profiles", individual("C-1"))).body;
  const seen = (await api("GET", `/profiles/${id}/collected_data`)).headers.get("etag");
  const path = `/profiles/${id}/collected_data`;
  const edit = (customer_ref: string) => ({
    collected_data: { ...collected_data, customer_ref },
    if_match: seen,
    user,
  });
  const stored = await control("POST", path, edit("C-2"));
  expect([stored.status, stored.body.outcome]).toEqual([200, "stored"]);
  const stale = await control("POST", path, edit("C-3"));
  expect(stale.status).toBe(412);
  expect(stale.body).toMatchObject({ outcome: "changed_meanwhile", collected_data: { customer_ref: "C-2" } });
  expect(stale.headers.get("etag")).toBe((await api("GET", path)).headers.get("etag"));
});

test("an edit that breaks a rule is refused with the API's own errors", async () => {
  const { api, control } = await simulatorForTest();
  const { id } = (await api("POST", "/profiles", individual("C-1"))).body;
  const answer = await control("POST", `/profiles/${id}/collected_data`, { collected_data: { entity_type: "PET" } });
  expect([answer.status, answer.body.errors[0].code]).toEqual([400, 201]);
});

test("a person completes a task, and the audit log names them", async () => {
  const { api, control } = await simulatorForTest();
  const { id, tasks } = (await api("POST", "/profiles", individual("C-1"))).body;
  const { body } = await control("POST", `/profiles/${id}/tasks/${tasks[0].id}`, { state: "COMPLETED_PASS", user });
  expect(body).toMatchObject({ id: tasks[0].id, state: "COMPLETED_PASS" });
  const audit = (await api("GET", `/profiles/${id}/audit-items`)).body;
  expect(JSON.stringify(audit)).toContain("Morgan Rose");
});

test("an event is raised and resolved, and a PEP is told as a match", async () => {
  const { api, control } = await simulatorForTest();
  const { id } = (await api("POST", "/profiles", individual("C-1"))).body;
  const raised = (await control("POST", `/profiles/${id}/events`, { data: { event_type: "PEP_FLAG" }, user })).body;
  expect(raised).toMatchObject({ resolution: "UNRESOLVED", data: { event_type: "PEP_FLAG", pep: { match: true } } });
  expect((await api("GET", `/profiles/${id}`)).body.unresolved_event_types).toEqual(["PEP_FLAG"]);
  await control("POST", `/profiles/${id}/events/${raised.id}`, { resolution: "MISMATCH", reason: "Another", user });
  expect((await api("GET", `/profiles/${id}`)).body.unresolved_event_types).toEqual([]);
});

test("a deleted profile is gone from the API and from the search", async () => {
  const { api, control } = await simulatorForTest();
  const { id } = (await api("POST", "/profiles", individual("C-1", "Quillfeather"))).body;
  expect((await control("DELETE", `/profiles/${id}`)).body).toEqual({ deleted: true, id });
  expect((await api("GET", `/profiles/${id}`)).status).toBe(404);
  expect((await api("GET", "/profiles?q=Quillfeather")).body.count).toBe(0);
  expect((await control("DELETE", `/profiles/${id}`)).status).toBe(404);
});

test("approving what an event blocks completes no task", async () => {
  const { api, control } = await simulatorForTest();
  const { id, applications } = (await api("POST", "/profiles", individual("C-1"))).body;
  await control("POST", `/profiles/${id}/events`, { data: { event_type: "REFER_FLAG" } });
  const decision = { status: "APPROVED", user };
  expect((await control("POST", `/profiles/${id}/applications/${applications[0].id}/decision`, decision)).status).toBe(
    409,
  );
  const { tasks } = (await api("GET", `/profiles/${id}`)).body;
  expect(tasks.every((task: { state: string }) => task.state === "INCOMPLETE")).toBe(true);
});

test.each([
  ["POST", "/profiles/unknown/events", { data: { event_type: "PEP_FLAG" } }, 404],
  ["POST", "/profiles/unknown/collected_data", { collected_data: {} }, 404],
  ["POST", "/profiles/unknown/tasks/unknown", { state: "DONE" }, 400],
  ["DELETE", "/profiles/unknown", "not json", 400],
])("%s %s with %o is %i with a sentence", async (method, path, body, status) => {
  const { control } = await simulatorForTest();
  const answer = await control(method, path, body);
  expect([answer.status, answer.body.error]).toEqual([status, expect.any(String)]);
});

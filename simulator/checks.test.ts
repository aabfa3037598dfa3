import { expect, test } from "vitest";
import { completeConfig } from "./config.ts";
import { company, individual, simulatorForTest, type TestClient } from "./test-client.ts";

const SCREEN = { check_type: "PEPS_AND_SANCTIONS_SCREEN" };

async function profileOf(client: TestClient, request: object, headers?: Record<string, string>) {
  const { body } = await client.api("POST", "/profiles", request, headers);
  return { path: `/profiles/${body.id}`, tasks: body.tasks, applications: body.applications };
}

test("approving or rejecting a check makes a new one and leaves the old as it was", async () => {
  const client = await simulatorForTest();
  const { path } = await profileOf(client, individual("C-1", "Refer"));
  const check = (await client.api("POST", `${path}/checks?mode=sync`, SCREEN)).body;
  expect(check.result).toBe("Refer");
  const approved = (await client.api("POST", `${path}/checks/${check.id}/approve`)).body;
  expect(approved).toMatchObject({ result: "Pass", state: "COMPLETE", task_ids: check.task_ids });
  const rejected = (await client.api("POST", `${path}/checks/${approved.id}/reject`)).body;
  const ids = (await client.api("GET", `${path}/checks`)).body.map((one: { id: string }) => one.id);
  expect(ids).toEqual([check.id, approved.id, rejected.id]);
  expect((await client.api("GET", `${path}/checks/${check.id}`)).body).toEqual(check);
});

test("an accepted check passes the task it belongs to, and one that is not accepted does not", async () => {
  const client = await simulatorForTest();
  for (const [name, state] of [
    ["Example", "COMPLETED_PASS"],
    ["Sanction", "INCOMPLETE"],
  ]) {
    const { path } = await profileOf(client, individual("C-1", name));
    const check = (await client.api("POST", `${path}/checks?mode=sync`, SCREEN)).body;
    const task = (await client.api("GET", `${path}/tasks/${check.task_ids[0]}`)).body;
    expect([task.state, task.check_ids]).toEqual([state, [check.id]]);
  }
});

test.each([
  ["Example", "demo", "Pass"],
  ["Pep", "demo", "PEP"],
  ["Sanction", "demo", "Sanction"],
  ["Media", "demo", "Media"],
  ["Error", "demo", "Error"],
  ["Pepperdine", "demo", "Pass"],
  ["Pep", "live", "Pass"],
])("screening somebody called %s in a %s account ends with %s", async (name, mode, result) => {
  const client = await simulatorForTest();
  const headers = { apikey: `sim-${mode}-key` };
  const { path } = await profileOf(client, individual("C-1", name), headers);
  expect((await client.api("POST", `${path}/checks?mode=sync`, SCREEN, headers)).body.result).toBe(result);
});

test("a check says what it found only once it has ended", async () => {
  const client = await simulatorForTest();
  const { path } = await profileOf(client, individual("C-1", "Pep"));
  const { id, output_data } = (await client.api("POST", `${path}/checks?mode=async`, SCREEN)).body;
  expect(output_data).toEqual({ entity_type: "INDIVIDUAL" });
  await client.control("POST", "/settings", { advanceMs: 1000 });
  const [finding] = (await client.api("GET", `${path}/checks/${id}`)).body.output_data.sanctions_results;
  expect(finding.pep).toMatchObject({ match: true });
});

test("only the tasks of a check can be changed, and both sides then agree", async () => {
  const client = await simulatorForTest();
  const { path, tasks } = await profileOf(client, individual("C-1"));
  const check = (await client.api("POST", `${path}/checks?mode=sync`, SCREEN)).body;
  const other = tasks.find((task: { id: string }) => !check.task_ids.includes(task.id)).id;
  const moved = await client.api("POST", `${path}/checks/${check.id}`, { ...check, result: "PEP", task_ids: [other] });
  expect(moved.body).toEqual({ ...check, task_ids: [other] });
  const idsOf = async (task: string) => (await client.api("GET", `${path}/tasks/${task}`)).body.check_ids;
  expect([await idsOf(other), await idsOf(check.task_ids[0])]).toEqual([[check.id], []]);
});

test("a synchronous check that takes too long goes on asynchronously", async () => {
  const client = await simulatorForTest({ settings: { checkDelayMs: 121_000 } });
  const { path } = await profileOf(client, individual("C-1"));
  const check = (await client.api("POST", `${path}/checks?mode=sync`, SCREEN)).body;
  expect(check.state).toBe("RUNNING");
  await client.control("POST", "/settings", { advanceMs: 121_000 });
  expect((await client.api("GET", `${path}/checks/${check.id}`)).body.state).toBe("COMPLETE");
});

test("a product's automatic checks start with the application, and it waits for them", async () => {
  const { products } = completeConfig();
  const withChecks = products.map((one) => ({
    ...one,
    automaticChecks: one.entityType === "COMPANY" ? ["COMPANY_REGISTRY"] : [],
  }));
  const client = await simulatorForTest({ products: withChecks, settings: { checkDelayMs: 60_000 } });
  const { path, applications } = await profileOf(client, company("C-1", "Failing Ltd"));
  const [check] = (await client.api("GET", `${path}/checks`)).body;
  expect(check).toMatchObject({ check_type: "COMPANY_REGISTRY", state: "RUNNING" });
  const flagAfter = async (advanceMs: number) => {
    await client.control("POST", "/settings", { advanceMs });
    return (await client.api("GET", `${path}/applications/${applications[0].id}`)).body.flag;
  };
  expect(await flagAfter(1500)).toBe("WAITING_ON_CHECKS");
  expect(await flagAfter(60_000)).toBe("REQUIRES_MANUAL_TASK_COMPLETION");
});

test.each([
  ["no type", {}],
  ["a type for companies", { check_type: "COMPANY_REGISTRY" }],
  ["a document check without a document", { check_type: "DOCUMENT_VERIFICATION" }],
  [
    "a document that is not there",
    { check_type: "DOCUMENT_VERIFICATION", document_id: "00000000-0000-4000-8000-000000000000" },
  ],
  ["a fetch without a reference", { check_type: "DOCUMENT_FETCH", source: "ONFIDO" }],
  ["a task of somebody else", { ...SCREEN, task_ids: ["00000000-0000-4000-8000-000000000000"] }],
])("a check with %s is refused with code 201 and not run", async (_what, body) => {
  const client = await simulatorForTest();
  const { path } = await profileOf(client, individual("C-1"));
  const refused = await client.api("POST", `${path}/checks`, body);
  expect([refused.status, refused.body.errors[0].code]).toEqual([400, 201]);
  expect((await client.api("GET", `${path}/checks`)).body).toEqual([]);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { company, individual, simulatorForTest, type TestClient } from "./test-client.ts";

const associate = (reference: string) => ({ ...individual(reference, "Director"), role: "INDIVIDUAL_ASSOCIATED" });

async function companyWithDirector(api: TestClient["api"]) {
  const parent = (await api("POST", "/profiles", company("C-1"))).body;
  const director = (await api("POST", "/profiles", associate("A-1"))).body;
  const officers = parent.tasks.find((task: { type: string }) => task.type === "COMPANY_IDENTIFY_OFFICERS");
  const entry = {
    entity_type: "INDIVIDUAL",
    linked_profile: { id: director.id },
    task_variant_ids: [officers.variant.id],
  };
  const data = { ...parent.collected_data, officers: { directors: [entry] } };
  const linked = await api("POST", `/profiles/${parent.id}/collected_data`, data);
  return { parent, director, entry, data, linked };
}

test("an associate starts without an application; linking gives it the associates' product in its role", async () => {
  const { api } = await simulatorForTest();
  const { parent, director, linked } = await companyWithDirector(api);
  expect(director.applications).toEqual([]);
  expect(linked.status).toBe(200);
  const after = (await api("GET", `/profiles/${director.id}`)).body;
  expect(after.applications[0]).toMatchObject({
    associated_role: "DIRECTOR",
    product: { alias: "individual_associate" },
  });
  expect(after.linked_to).toMatchObject([{ profile: { id: parent.id }, roles: ["DIRECTOR"] }]);
  expect((await api("GET", `/profiles/${parent.id}`)).body.has_associates).toBe(true);
});

test("a linked associate is read with the same fields as in the recorded answer of the real API", async () => {
  const { api } = await simulatorForTest();
  const { linked } = await companyWithDirector(api);
  const file = new URL("./fixtures/company_collected_data_with_linked_associates.json", import.meta.url);
  const recorded = JSON.parse(readFileSync(file, "utf8")).officers.directors[0];
  const [entry] = linked.body.officers.directors;
  expect(Object.keys(entry)).toEqual(expect.arrayContaining(Object.keys(recorded)));
  expect(Object.keys(entry.linked_profile)).toEqual(expect.arrayContaining(Object.keys(recorded.linked_profile)));
  expect(Object.keys(entry.linked_profile.tasks[0])).toEqual(
    expect.arrayContaining(Object.keys(recorded.linked_profile.tasks[0])),
  );
});

test("what was read can be written back as it is", async () => {
  const { api } = await simulatorForTest();
  const { parent, linked } = await companyWithDirector(api);
  const again = await api("POST", `/profiles/${parent.id}/collected_data`, linked.body);
  expect(again.status).toBe(200);
  expect(again.body).toEqual(linked.body);
});

test("unlinking ends the associate's application, and it can never go to another company", async () => {
  const { api } = await simulatorForTest();
  const { parent, director, entry, data } = await companyWithDirector(api);
  await api("POST", `/profiles/${parent.id}/collected_data`, parent.collected_data);
  expect((await api("GET", `/profiles/${director.id}`)).body.applications[0].status).toBe("REJECTED");
  const other = (await api("POST", "/profiles", company("C-2"))).body;
  const stolen = await api("POST", `/profiles/${other.id}/collected_data`, {
    ...data,
    officers: { directors: [entry] },
  });
  expect(stolen.body.errors[0].code).toBe(105);
});

test.each([
  ["a profile that does not exist", { linked_profile: { id: "00000000-0000-4000-8000-000000000000" } }],
  ["a customer", { linked_profile: { id: "customer" } }],
  ["another entity type", { entity_type: "COMPANY" }],
  ["a task variant of no associate task", { task_variant_ids: ["00000000-0000-4000-8000-000000000000"] }],
  ["neither a profile nor data", { linked_profile: undefined }],
])(
  "a link to %s is refused with code 201 and changes nothing",
  async (_what, wrong: {
    linked_profile?: { id: string } | undefined;
    entity_type?: string;
    task_variant_ids?: string[];
  }) => {
    const { api } = await simulatorForTest();
    const { parent, entry, data, linked } = await companyWithDirector(api);
    const customer = (await api("POST", "/profiles", individual("C-2"))).body;
    const fixed = wrong.linked_profile?.id === "customer" ? { linked_profile: { id: customer.id } } : wrong;
    const path = `/profiles/${parent.id}/collected_data`;
    const refused = await api("POST", path, { ...data, officers: { directors: [{ ...entry, ...fixed }] } });
    expect([refused.status, refused.body.errors[0].code]).toEqual([400, 201]);
    expect((await api("GET", path)).body).toEqual(linked.body);
  },
);

test("associates nest ten levels deep and no deeper", async () => {
  const { api } = await simulatorForTest();
  let parent = (await api("POST", "/profiles", company("C-0"))).body;
  const statuses: number[] = [];
  for (let level = 1; level <= 11; level += 1) {
    const child = (await api("POST", "/profiles", { ...company(`C-${level}`), role: "COMPANY_ASSOCIATED" })).body;
    const shareholders = [{ entity_type: "COMPANY", linked_profile: { id: child.id } }];
    const data = { ...parent.collected_data, ownership_structure: { shareholders } };
    statuses.push((await api("POST", `/profiles/${parent.id}/collected_data`, data)).status);
    parent = child;
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 409]);
});

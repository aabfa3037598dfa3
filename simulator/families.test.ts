import { expect, test } from "vitest";
import { completeConfig } from "./config.ts";
import { company, individual, simulatorForTest, type TestClient } from "./test-client.ts";

const firm = (reference: string, role = "COMPANY_ASSOCIATED") => ({ ...company(reference), role });
const person = (reference: string) => ({ ...individual(reference), role: "INDIVIDUAL_ASSOCIATED" });

async function make({ api }: TestClient, request: object): Promise<string> {
  return (await api("POST", "/profiles", request)).body.id;
}

/** Puts the ids into the company's list of shareholders, in place of who was there. */
async function list(
  { api }: TestClient,
  id: string,
  entries: { id: string; entity_type?: string }[],
  more: object = {},
) {
  const path = `/profiles/${id}/collected_data`;
  const { metadata, entity_type } = (await api("GET", path)).body;
  const shareholders = entries.map((entry) => ({
    entity_type: entry.entity_type ?? "COMPANY",
    linked_profile: { id: entry.id },
    ...more,
  }));
  return api("POST", path, { entity_type, metadata, ownership_structure: { shareholders } });
}

const codeOf = (answer: { status: number; body: { errors?: { code: number }[] } }) => [
  answer.status,
  answer.body.errors?.[0]?.code,
];

test("a company can be an associate neither of itself nor of those below it", async () => {
  const client = await simulatorForTest();
  const root = await make(client, company("C-1"));
  const [upper, lower] = [await make(client, firm("A-1")), await make(client, firm("A-2"))];
  expect(codeOf(await list(client, upper, [{ id: upper }]))).toEqual([409, 105]);
  await list(client, root, [{ id: upper }]);
  await list(client, upper, [{ id: lower }]);
  expect(codeOf(await list(client, lower, [{ id: upper }]))).toEqual([409, 105]);
});

test("somebody listed by two companies of one family keeps the application until both have let go", async () => {
  const client = await simulatorForTest();
  const root = await make(client, company("C-1"));
  const [daughter, owner] = [await make(client, firm("A-1")), await make(client, person("A-2"))];
  const listed = { id: owner, entity_type: "INDIVIDUAL" };
  await list(client, root, [{ id: daughter }, listed]);
  await list(client, daughter, [listed]);
  const read = async () => (await client.api("GET", `/profiles/${owner}`)).body;
  const both = await read();
  expect(both.linked_to.map((link: { profile: { id: string } }) => link.profile.id)).toEqual([root, daughter]);
  expect(both.applications).toHaveLength(1);
  await list(client, root, [{ id: daughter }]);
  expect((await read()).applications[0].status).toBe("APPLIED");
  await list(client, daughter, []);
  expect((await read()).applications[0].status).toBe("REJECTED");
});

test("a whole branch that is linked belongs to the new root, and cannot go to another", async () => {
  const client = await simulatorForTest();
  const [root, other] = [await make(client, company("C-1")), await make(client, company("C-2"))];
  const [daughter, owner] = [await make(client, firm("A-1")), await make(client, person("A-2"))];
  await list(client, daughter, [{ id: owner, entity_type: "INDIVIDUAL" }]);
  expect((await list(client, root, [{ id: daughter }])).status).toBe(200);
  expect(codeOf(await list(client, other, [{ id: owner, entity_type: "INDIVIDUAL" }]))).toEqual([409, 105]);
  expect((await list(client, root, [{ id: daughter }, { id: owner, entity_type: "INDIVIDUAL" }])).status).toBe(200);
});

test("a branch that would reach below ten levels is refused as a whole", async () => {
  const client = await simulatorForTest();
  const chain: string[] = [];
  for (let level = 0; level < 10; level += 1) {
    const id = await make(client, firm(`A-${level}`));
    const above = chain.at(-1);
    if (above) await list(client, above, [{ id }]);
    chain.push(id);
  }
  const root = await make(client, company("C-1"));
  expect((await list(client, root, [{ id: chain[0] ?? "" }])).status).toBe(200);
  const middle = await make(client, firm("A-x"));
  const lonely: string[] = [];
  for (let level = 0; level < 10; level += 1) {
    const id = await make(client, firm(`B-${level}`));
    const above = lonely.at(-1);
    if (above) await list(client, above, [{ id }]);
    lonely.push(id);
  }
  const second = await make(client, company("C-2"));
  await list(client, second, [{ id: middle }]);
  expect(codeOf(await list(client, middle, [{ id: lonely[0] ?? "" }]))).toEqual([409, 105]);
});

test("the task an associate is listed for decides on the associate's product", async () => {
  const { taskVariants, products } = completeConfig();
  const special = taskVariants.map((one) =>
    one.alias === "company_shareholders" ? { ...one, associateProducts: { INDIVIDUAL: "individual_migration" } } : one,
  );
  const client = await simulatorForTest({ taskVariants: special, products });
  const { body } = await client.api("POST", "/profiles", company("C-1"));
  const task = body.tasks.find((one: { variant: { alias: string } }) => one.variant.alias === "company_shareholders");
  const aliases: string[] = [];
  for (const more of [{ task_variant_ids: [task.variant.id] }, {}]) {
    const owner = await make(client, person("A-1"));
    await list(client, body.id, [{ id: owner, entity_type: "INDIVIDUAL" }], more);
    aliases.push((await client.api("GET", `/profiles/${owner}`)).body.applications[0].product.alias);
  }
  expect(aliases).toEqual(["individual_migration", "individual_associate"]);
});

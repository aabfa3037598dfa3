import { expect, test } from "vitest";
import { company, individual, simulatorForTest } from "./test-client.ts";

test("a profile without applications gets exactly one, by automatic application, and it is APPLIED", async () => {
  const { api } = await simulatorForTest();
  for (const request of [individual("C-1"), company("C-2")]) {
    const created = await api("POST", "/profiles", request);
    expect(created.status).toBe(200);
    expect(created.body.applications).toHaveLength(1);
    expect(created.body.applications[0]).toMatchObject({ status: "APPLIED", flag: "AUTOMATING" });
  }
});

test("a profile with a named product gets that one only", async () => {
  const { api } = await simulatorForTest();
  const request = { ...individual("C-1"), applications: [{ product: { alias: "individual_migration" } }] };
  const aliases = (await api("POST", "/profiles", request)).body.applications.map(
    (application: { product: { alias: string } }) => application.product.alias,
  );
  expect(aliases).toEqual(["individual_migration"]);
});

test.each([
  ["does not exist", "gold_account"],
  ["is for companies", "company_migration"],
])("a product that %s is refused with code 201, and no profile is made", async (_why, alias) => {
  const { api } = await simulatorForTest();
  const refused = await api("POST", "/profiles", { ...individual("C-1"), applications: [{ product: { alias } }] });
  expect([refused.status, refused.body.errors[0].code]).toEqual([400, 201]);
  expect(refused.body.errors[0].message).toContain(alias);
  expect((await api("GET", "/profiles")).body.count).toBe(0);
});

test("the same request twice makes two profiles, and the side door names the reference", async () => {
  const { api, control } = await simulatorForTest();
  const first = await api("POST", "/profiles", individual("C-1"));
  const second = await api("POST", "/profiles", individual("C-1"));
  expect(second.body.id).not.toBe(first.body.id);
  const state = await control("GET", "/state?account=sim-demo-key");
  expect(state.body).toMatchObject({ profiles: 2, customerRefs: 1, duplicateCustomerRefs: ["C-1"] });
});

test("customer_reference counts as the reference of a company that has no customer_ref", async () => {
  const { api, control } = await simulatorForTest();
  const { customer_ref, ...data } = company("C-9").collected_data;
  await api("POST", "/profiles", {
    role: "COMPANY_CUSTOMER",
    collected_data: { ...data, customer_reference: customer_ref },
  });
  expect((await control("GET", "/profiles")).body.profiles[0].customer_ref).toBe("C-9");
});

const person = (personal_details: object) => ({ entity_type: "INDIVIDUAL", personal_details });

test.each([
  ["role", { collected_data: { entity_type: "INDIVIDUAL" } }],
  ["role", { role: "INDIVIDUAL_ASSOCIATE", collected_data: { entity_type: "INDIVIDUAL" } }],
  ["role", { role: "COMPANY_CUSTOMER", collected_data: { entity_type: "INDIVIDUAL" } }],
  ["collected_data", { role: "COMPANY_CUSTOMER" }],
  ["collected_data.entity_type", { role: "COMPANY_CUSTOMER", collected_data: {} }],
  ["collected_data.personal_details.dob", { collected_data: person({ dob: "31/01/1990" }) }],
  ["collected_data.personal_details.dob", { collected_data: person({ dob: "1990-02-30" }) }],
  ["collected_data.personal_details.nationality", { collected_data: person({ nationality: "GB" }) }],
  ["collected_data.personal_details.gender", { collected_data: person({ gender: "male" }) }],
  ["collected_data.personal_details", { collected_data: person({ middle_name: "Sam" }) }],
  ["collected_data.personal_details.name.given_names", { collected_data: person({ name: { given_names: "Alex" } }) }],
  [
    "collected_data.personal_details.national_identity_number",
    { collected_data: person({ national_identity_number: { GB: "1" } }) },
  ],
  ["collected_data.contact_details", { collected_data: { entity_type: "INDIVIDUAL", contact_details: { fax: "1" } } }],
  [
    "collected_data.metadata.country_of_incorporation",
    {
      role: "COMPANY_CUSTOMER",
      collected_data: { entity_type: "COMPANY", metadata: { country_of_incorporation: "UK" } },
    },
  ],
  [
    "collected_data.address_history.0.address.country",
    { collected_data: withAddress({ type: "FREEFORM", country: "XKX", text: "x" }) },
  ],
  [
    "collected_data.address_history.0.address",
    { collected_data: withAddress({ type: "FREEFORM", country: "GBR", text: "x", city: "y" }) },
  ],
  ["collected_data.address_history.0.address.type", { collected_data: withAddress({ country: "GBR", text: "x" }) }],
  [
    "collected_data.address_history.0.start_date",
    { collected_data: withAddress({ type: "STRUCTURED", country: "GBR" }, { end_date: "2020-01" }) },
  ],
  [
    "collected_data.address_history.0.start_date",
    { collected_data: withAddress({ type: "STRUCTURED", country: "GBR" }, { start_date: "2020-01-01" }) },
  ],
])("what does not fit the contract is refused at %s", async (field, wrong: object) => {
  const { api } = await simulatorForTest();
  const defaults = field === "role" ? {} : { role: "INDIVIDUAL_CUSTOMER" };
  const refused = await api("POST", "/profiles", { ...defaults, ...wrong });
  expect(refused.status).toBe(400);
  expect(refused.body.errors.map((error: { info: { field: string } }) => error.info.field)).toContain(field);
});

function withAddress(address: object, dates: object = {}) {
  return { entity_type: "INDIVIDUAL", address_history: [{ address, ...dates }] };
}

test("a refusal does not repeat the value that was sent", async () => {
  const { api } = await simulatorForTest();
  const refused = await api("POST", "/profiles", individual("C-1", "Example", { contact_details: { email: 7 } }));
  const secret = await api("POST", "/profiles", {
    role: "INDIVIDUAL_CUSTOMER",
    collected_data: person({ dob: "born-in-may" }),
  });
  expect(refused.status).toBe(400);
  expect(JSON.stringify(secret.body)).not.toContain("born-in-may");
});

test("unknown keys are kept where the schema tolerates them", async () => {
  const { api } = await simulatorForTest();
  const created = await api("POST", "/profiles", company("C-1", "Example Ltd", { source_system: "legacy" }));
  expect(created.body.collected_data.source_system).toBe("legacy");
});

test("search looks at names and tags, not at the reference", async () => {
  const { api, control } = await simulatorForTest();
  const { id } = (await api("POST", "/profiles", individual("ZX-81", "Quillfeather"))).body;
  await api("POST", `/profiles/${id}/tags`, { name: "MIGREF-legacy-1" });
  const idsFor = async (q: string) =>
    (await api("GET", `/profiles?q=${encodeURIComponent(q)}`)).body.results.map((result: { id: string }) => result.id);
  expect(await idsFor("alex quillfeather")).toEqual([id]);
  expect(await idsFor("MIGREF-legacy-1")).toEqual([id]);
  expect(await idsFor("ZX-81")).toEqual([]);
  await control("POST", "/settings", { searchCustomerRef: true });
  expect(await idsFor("ZX-81")).toEqual([id]);
});

test("search is behind by the index delay, for new profiles and for new tags", async () => {
  const { api, control } = await simulatorForTest({ settings: { indexDelayMs: 2000 } });
  const count = async (q: string) => (await api("GET", `/profiles?q=${q}`)).body.count;
  const { id } = (await api("POST", "/profiles", individual("C-1", "Quillfeather"))).body;
  expect(await count("quillfeather")).toBe(0);
  await control("POST", "/settings", { advanceMs: 2000 });
  expect(await count("quillfeather")).toBe(1);
  await api("POST", `/profiles/${id}/tags`, { name: "migrated" });
  expect(await count("migrated")).toBe(0);
  expect(await count("quillfeather")).toBe(1);
  await control("POST", "/settings", { advanceMs: 2000 });
  expect(await count("migrated")).toBe(1);
});

test("pages of a search cover every profile once, and associates are listed apart", async () => {
  const { api } = await simulatorForTest();
  for (let number = 0; number < 5; number += 1) await api("POST", "/profiles", individual(`C-${number}`));
  await api("POST", "/profiles", { ...individual("A-1"), role: "INDIVIDUAL_ASSOCIATED" });
  const ids = new Set<string>();
  for (const offset of [0, 2, 4]) {
    const page = (await api("GET", `/profiles?limit=2&offset=${offset}`)).body;
    expect(page).toMatchObject({ count: 5, limit: 2, offset });
    for (const { id } of page.results) ids.add(id);
  }
  expect(ids.size).toBe(5);
  expect((await api("GET", "/profiles")).body.associated_results).toHaveLength(1);
});

test("a limit above 200 is cut or refused, by the switch", async () => {
  const { api, control } = await simulatorForTest();
  expect((await api("GET", "/profiles?limit=1000")).body.limit).toBe(200);
  await control("POST", "/settings", { overLimit: "error" });
  expect((await api("GET", "/profiles?limit=1000")).status).toBe(400);
});

test("a tag is added, found in the whole account, and taken away again", async () => {
  const { api } = await simulatorForTest();
  const { id } = (await api("POST", "/profiles", individual("C-1"))).body;
  const added = await api("POST", `/profiles/${id}/tags`, { name: "MIGRATION:CLIENT-00042" });
  expect(added.body).toMatchObject({ name: "MIGRATION:CLIENT-00042", is_automatic: false });
  expect((await api("GET", `/profiles/${id}`)).body.tags).toEqual([added.body]);
  expect((await api("GET", "/tags/search/client-000")).body).toEqual([added.body]);
  expect((await api("DELETE", `/profiles/${id}/tags/${added.body.id}`)).body).toEqual(added.body);
  expect((await api("GET", `/profiles/${id}`)).body.tags).toEqual([]);
});

test("answers carry fields that the contract does not list, and unknown enum values when switched on", async () => {
  const { api, control } = await simulatorForTest();
  const { id } = (await api("POST", "/profiles", individual("C-1"))).body;
  expect((await api("GET", `/profiles/${id}`)).body).toHaveProperty("record_origin");
  await control("POST", "/settings", { unknownEnumValues: true });
  expect((await api("GET", `/profiles/${id}`)).body.category).toBe("DORMANT_CUSTOMER");
});

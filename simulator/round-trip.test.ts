import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { simulatorForTest, type TestClient } from "./test-client.ts";
import * as data from "./test-data-shapes.ts";

// biome-ignore lint/suspicious/noExplicitAny: what others recorded is read as it is
const recorded = (name: string): any =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8"));

const UUID = /^[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/;

test("data with shareholders that a real client wrote is read back as it was written", async () => {
  const { api } = await simulatorForTest();
  const { collected_data, role } = recorded("company-ownership/profile.json");
  const { id } = (await api("POST", "/profiles", { role, collected_data })).body;
  const written = recorded("company-ownership/collected_data_update_request.json");
  expect((await api("POST", `/profiles/${id}/collected_data`, written)).body).toEqual(written);
  expect((await api("GET", `/profiles/${id}/collected_data`)).body).toEqual(written);
});

test("an ownership check of that company finds the shareholders that the recorded one found", async () => {
  const { api } = await simulatorForTest();
  const written = recorded("company-ownership/collected_data_update_request.json");
  const { id } = (await api("POST", "/profiles", { role: "COMPANY_CUSTOMER", collected_data: written })).body;
  const { body } = await api("POST", `/profiles/${id}/checks?mode=sync`, { check_type: "COMPANY_OWNERSHIP" });
  expect(body.output_data).toEqual(recorded("company-ownership/check.json").output_data);
});

test("a created company has every field of the recorded profile, and the same words where they do not depend on data", async () => {
  const { api } = await simulatorForTest({ settings: { riskAs: "empty" } });
  const before = recorded("company-ownership/profile.json");
  const { body } = await api("POST", "/profiles", { role: before.role, collected_data: before.collected_data });
  expect(Object.keys(body)).toEqual(expect.arrayContaining(Object.keys(before)));
  const same = ["category", "checks", "collected_data", "collection_steps", "document_images", "events"];
  const alsoSame = ["has_associates", "has_collection_steps", "linked_to", "risk", "role", "status", "tags"];
  for (const field of [...same, ...alsoSame, "unresolved_event_types"])
    expect([field, body[field]]).toEqual([field, before[field]]);
  expect(Object.keys(body.tasks[0])).toEqual(expect.arrayContaining(Object.keys(before.tasks[0])));
  expect(Object.keys(body.applications[0])).toEqual(expect.arrayContaining(Object.keys(before.applications[0])));
  const [blocker] = body.applications[0].approval_blockers;
  expect(Object.keys(blocker)).toEqual(
    expect.arrayContaining(Object.keys(before.applications[0].approval_blockers[0])),
  );
});

test.each([
  ["company-ownership/check.json", "COMPANY_OWNERSHIP"],
  ["identity-check.json", "IDENTITY_CHECK"],
])("an ended check has every field of the recorded one in %s", async (file, check_type) => {
  const { api } = await simulatorForTest();
  const before = recorded(file);
  const isCompany = check_type.startsWith("COMPANY");
  // The recorded country of an address is a town, which the published schema does not allow.
  const data = isCompany
    ? before.input_data
    : {
        ...before.input_data,
        address_history: before.input_data.address_history.map((entry: { address: object }) => ({
          ...entry,
          address: { ...entry.address, country: "GBR" },
        })),
      };
  const role = isCompany ? "COMPANY_CUSTOMER" : "INDIVIDUAL_CUSTOMER";
  const { id } = (await api("POST", "/profiles", { role, collected_data: data })).body;
  const { body } = await api("POST", `/profiles/${id}/checks?mode=sync`, { check_type });
  expect(Object.keys(body)).toEqual(expect.arrayContaining(Object.keys(before)));
  expect(body).toMatchObject({ check_type, errors: [], result: before.result, state: "COMPLETE" });
  const stored = (await api("GET", `/profiles/${id}/collected_data`)).body;
  expect(body.input_data).toEqual(stored);
});

const variant = (alias: string, type: string, more: object = {}) => ({
  alias,
  name: alias,
  type,
  automatic: true,
  ...more,
});
const product = (alias: string, entityType: "INDIVIDUAL" | "COMPANY", tasks: string[], more: object = {}) => ({
  alias,
  name: alias,
  entityType,
  tasks,
  ...more,
});

/** The policy that the account of the recorded company must have had. */
const THEIRS = {
  taskVariants: [
    variant(
      "individual_assess_political_and_sanctions_exposuredefault",
      "INDIVIDUAL_ASSESS_POLITICAL_AND_SANCTIONS_EXPOSURE",
    ),
    variant("individual_fraud_screeningdefault", "INDIVIDUAL_FRAUD_SCREENING"),
    variant("officers", "COMPANY_IDENTIFY_OFFICERS"),
    variant("owners", "COMPANY_IDENTIFY_BENEFICIAL_OWNERS"),
  ],
  products: [
    product("company", "COMPANY", ["officers", "owners"], { autoApply: true }),
    product(
      "associate",
      "INDIVIDUAL",
      ["individual_assess_political_and_sanctions_exposuredefault", "individual_fraud_screeningdefault"],
      { forAssociates: true },
    ),
  ],
};

test("a real company with a linked associate, loaded through the API, is read back in the recorded shape", async () => {
  const { api, control } = await simulatorForTest(THEIRS);
  const before = recorded("company_collected_data_with_linked_associates.json");
  const { read, director } = await loaded(api, control, before);
  const [was] = before.officers.directors;
  expect(asRecorded(read, before)).toEqual(asRecorded(before, before));
  expect(read.officers.directors[0].linked_profile.id).toBe(director.id);
  expect(read.officers.directors[0].resolver_id).toBe(was.resolver_id);
  const parsed = data.entityData.safeParse(read);
  expect(parsed.success ? [] : z.prettifyError(parsed.error)).toEqual([]);
});

/** Makes the associate first, then the company, then the links, as a client would. */
async function loaded(api: TestClient["api"], control: TestClient["control"], before: ReturnType<typeof recorded>) {
  const [{ linked_profile }] = before.officers.directors;
  const { role, collected_data, tags } = linked_profile;
  const director = (await api("POST", "/profiles", { role, collected_data })).body;
  for (const { name } of tags) await api("POST", `/profiles/${director.id}/tags`, { name });
  const { entity_type, metadata } = before;
  const made = await api("POST", "/profiles", { role: "COMPANY_CUSTOMER", collected_data: { entity_type, metadata } });
  const [officers, owners] = made.body.tasks.map((task: { variant: { id: string } }) => task.variant.id);
  const ours: Record<string, string> = {
    [linked_profile.id]: director.id,
    [before.officers.directors[0].task_variant_ids[0]]: officers,
    [before.ownership_structure.beneficial_owners[0].task_variant_ids[0]]: owners,
  };
  const text = Object.entries(ours).reduce((all, [theirs, id]) => all.replaceAll(theirs, id), JSON.stringify(before));
  const path = `/profiles/${made.body.id}/collected_data`;
  expect((await api("POST", path, JSON.parse(text))).status).toBe(200);
  await control("POST", "/settings", { advanceMs: 1500 });
  return { read: (await api("GET", path)).body, director };
}

/**
 * What is left of an answer when ids, dates and names of variants' ids are taken out, and fields that the recorded
 * answer does not have.
 */
function asRecorded(value: unknown, pattern: unknown): unknown {
  if (Array.isArray(value)) {
    const patterns = Array.isArray(pattern) ? pattern : [];
    return value.map((one, index) => asRecorded(one, patterns[index]));
  }
  if (typeof value === "string") {
    if (UUID.test(value)) return "an id";
    return /^\d{4}-\d{2}-\d{2} /.test(value) ? "a time" : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const known = new Set(Object.keys(pattern ?? {}));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => known.has(key))
      .map(([key, one]) => [key, asRecorded(one, (pattern as Record<string, unknown>)[key])]),
  );
}

import { expect, test } from "vitest";
import { individual, simulatorForTest } from "./test-client.ts";

const WHERE = { address: { type: "FREEFORM", country: "GBR", text: "1 Example Street, London" } };

async function applicant() {
  const client = await simulatorForTest();
  const request = { ...individual("C-1"), applications: [{ product: { alias: "individual_migration" } }] };
  const { id, applications, collected_data } = (await client.api("POST", "/profiles", request)).body;
  await client.control("POST", "/settings", { advanceMs: 1500 });
  const path = `/profiles/${id}`;
  return { ...client, path, application: `${path}/applications/${applications[0].id}`, data: collected_data };
}

test("a check that lacks data waits in PENDING, asks for what is missing, and runs once it is there", async () => {
  const { api, control, path, application, data } = await applicant();
  const check = (await api("POST", `${path}/checks?mode=sync`, { check_type: "IDENTITY_CHECK" })).body;
  expect(check.state).toBe("PENDING");
  expect((await api("GET", `${path}/collection_steps`)).body).toEqual([{ collection_type: "ADDRESS_HISTORY" }]);
  expect((await api("GET", application)).body.flag).toBe("WAITING_ON_COLLECTION_STEPS");
  await control("POST", "/settings", { advanceMs: 3_600_000 });
  expect((await api("GET", `${path}/checks/${check.id}`)).body.state).toBe("PENDING");

  await api("POST", `${path}/collected_data`, { ...data, address_history: [WHERE] });
  const profile = (await api("GET", path)).body;
  expect([profile.collection_steps, profile.has_collection_steps]).toEqual([[], false]);
  await control("POST", "/settings", { advanceMs: 1000 });
  const ended = (await api("GET", `${path}/checks/${check.id}`)).body;
  expect(ended).toMatchObject({ state: "COMPLETE", result: "2+2" });
  expect(ended.input_data.address_history).toHaveLength(1);
});

test("while anything is to be collected every new check waits, whatever it needs", async () => {
  const { api, control, path } = await applicant();
  await api("POST", `${path}/collection_steps`, [{ collection_type: "EMAIL" }]);
  const { id } = (await api("POST", `${path}/checks`, { check_type: "PEPS_AND_SANCTIONS_SCREEN" })).body;
  const stateAfter = async (advanceMs: number) => {
    await control("POST", "/settings", { advanceMs });
    return (await api("GET", `${path}/checks/${id}`)).body.state;
  };
  expect(await stateAfter(60_000)).toBe("PENDING");
  await api("POST", `${path}/collection_steps`, []);
  expect(await stateAfter(0)).toBe("RUNNING");
  expect(await stateAfter(1000)).toBe("COMPLETE");
});

test.each([
  [{ collection_type: "DOB", precision: "YEAR" }, { personal_details: { dob: "1990" } }, true],
  [{ collection_type: "DOB" }, { personal_details: { dob: "1990" } }, false],
  [{ collection_type: "FULL_NAME" }, { personal_details: { name: { family_name: "Example" } } }, false],
  [{ collection_type: "NATIONALITY" }, { personal_details: { nationality: "GBR" } }, true],
  [{ collection_type: "EMAIL" }, { contact_details: { email: "a@example.com" } }, true],
  [{ collection_type: "PHONE_NUMBER" }, { contact_details: { email: "a@example.com" } }, false],
  [{ collection_type: "ADDRESS_HISTORY" }, { address_history: [] }, false],
])("the step %j after data %j is fulfilled: %s", async (step, data, isFulfilled) => {
  const { api, path } = await applicant();
  await api("POST", `${path}/collection_steps`, [step]);
  await api("POST", `${path}/collected_data`, { entity_type: "INDIVIDUAL", ...data });
  expect((await api("GET", `${path}/collection_steps`)).body).toEqual(isFulfilled ? [] : [step]);
});

test("a step that asks for a document must say which, and is refused otherwise", async () => {
  const { api, path } = await applicant();
  const refused = await api("POST", `${path}/collection_steps`, [{ collection_type: "DOCUMENT" }]);
  expect([refused.status, refused.body.errors[0].code]).toEqual([400, 201]);
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { startSimulator } from "../../simulator/start.ts";
import type { Company, Entity, Individual } from "../domain/entity.ts";
import { referenceTagOf } from "../domain/reference-tag.ts";
import { makePassfort, type PassfortClient } from "./client.ts";
import { makeHttp } from "./http.ts";

let simulator: Awaited<ReturnType<typeof startSimulator>>;
// A new one for each test: settings, clock and faults of one must not reach the next.
beforeEach(async () => {
  simulator = await startSimulator({ port: 0, config: { settings: { indexDelayMs: 60_000 } } });
});
afterEach(() => simulator.close());

const ada: Individual = {
  entityType: "individual",
  reference: "CRM-1",
  givenNames: ["Ada", "May"],
  familyName: "Example",
  dateOfBirth: "1990-01-31",
  nationality: "GBR",
  gender: "F",
  email: "ada@post.example",
  address: { country: "GBR", streetNumber: "1", route: "Example Street", locality: "London", postalCode: "EC1A 1AA" },
};
const firm: Company = {
  entityType: "company",
  reference: "Firma Ö/7",
  name: "Example Trading Ltd",
  number: "00000001",
  countryOfIncorporation: "GBR",
  incorporationDate: "2001-02-03",
  vatNumber: "GB123",
  address: { country: "GBR", text: "1 Long Lane, London" },
};

test("whoami tells the institution and the name of the key", async () => {
  const answer = await client().whoami();
  expect(answer.ok && answer.value.institutionName).toBeTruthy();
  expect(answer.ok && answer.value.keyName).toBeTruthy();
});

test.each<[string, Entity, string]>([
  ["person", ada, "individual_onboarding"],
  ["company", firm, "company_onboarding"],
])("a %s is created with its product, tagged, and read back with its reference", async (_name, entity, alias) => {
  const passfort = client();
  const profileId = await create(passfort, entity, alias);
  const tag = referenceTagOf(entity.reference ?? "");
  expect(await passfort.addTag(profileId, tag)).toMatchObject({ ok: true });
  expect(await passfort.readProfile(profileId)).toMatchObject({
    value: {
      id: profileId,
      customerRef: entity.reference,
      applications: [{ productAlias: alias }],
      tags: [{ name: tag }],
    },
  });
});

test("without a product Passfort applies to its automatic ones, and the answer tells which", async () => {
  expect(await client().createProfile({ entity: ada, productAlias: null })).toMatchObject({
    value: { applications: [{ productAlias: "individual_onboarding" }] },
  });
});

test.each<[string, Entity, string]>([
  ["person", ada, "individual_onboarding"],
  ["company", firm, "company_onboarding"],
])(
  "a lost answer to creating a %s is uncertain, and the look-up finds exactly that profile without its tag",
  async (_name, entity, alias) => {
    const passfort = client();
    await create(passfort, { ...entity, reference: "NAMESAKE" }, alias);
    await control("faults", {
      rules: [{ operation: "create_profile", customerRef: entity.reference, kind: "drop_after" }],
    });
    const created = await passfort.createProfile({ entity, productAlias: alias });
    expect(created).toMatchObject({ ok: false, failure: { kind: "uncertain", code: "connection_lost" } });

    // Nothing is found while the index is behind; that is why one look is not enough to say "not there".
    expect(await passfort.lookUp(entity)).toMatchObject({ value: { kind: "none" } });
    await control("settings", { advanceMs: 60_000 });
    expect(await passfort.lookUp(entity)).toMatchObject({
      value: { kind: "one", profile: { customerRef: entity.reference, tags: [] } },
    });
  },
);

test("a request dropped before Passfort processed it is uncertain too, and the look-up finds none", async () => {
  const passfort = client();
  await control("faults", { rules: [{ operation: "create_profile", kind: "drop_before", nth: 1 }] });
  const created = await passfort.createProfile({ entity: ada, productAlias: null });
  expect(created).toMatchObject({ failure: { kind: "uncertain" } });
  await control("settings", { advanceMs: 60_000 });
  expect(await passfort.lookUp(ada)).toMatchObject({ value: { kind: "none" } });
});

test("a profile renamed in the portal is still found by its tag", async () => {
  const passfort = client();
  const profileId = await create(passfort, ada, "individual_onboarding");
  await passfort.addTag(profileId, referenceTagOf("CRM-1"));
  await control("settings", { advanceMs: 60_000 });
  const renamed: Individual = { ...ada, givenNames: ["Somebody"], familyName: "Else" };
  expect(await passfort.lookUp(renamed)).toMatchObject({ value: { kind: "one", profile: { id: profileId } } });
});

test("a client made twice is for a person", async () => {
  const passfort = client();
  const ids = [
    await create(passfort, ada, "individual_onboarding"),
    await create(passfort, ada, "individual_onboarding"),
  ];
  await control("settings", { advanceMs: 60_000 });
  expect(await passfort.lookUp(ada)).toMatchObject({ value: { kind: "several", profileIds: ids.sort() } });
});

test("a lost answer to adding a tag is uncertain, and reading the profile tells that it is there", async () => {
  const passfort = client();
  const profileId = await create(passfort, ada, "individual_onboarding");
  await control("faults", { rules: [{ operation: "add_tag", kind: "drop_after" }] });
  expect(await passfort.addTag(profileId, "migrated")).toMatchObject({ failure: { kind: "uncertain" } });
  expect(await passfort.readProfile(profileId)).toMatchObject({ value: { tags: [{ name: "migrated" }] } });
});

test.each([
  ["500", "uncertain", "unreachable"],
  ["502_html", "uncertain", "unreachable"],
  ["truncated_json", "uncertain", "unreachable"],
  ["429", "throttled", "throttled"],
])("trouble %s makes a create %s and a read %s", async (kind, asWrite, asRead) => {
  await control("faults", { rules: [{ operation: "*", kind }] });
  expect(await client().createProfile({ entity: ada, productAlias: null })).toMatchObject({
    failure: { kind: asWrite },
  });
  expect(await client().whoami()).toMatchObject({ failure: { kind: asRead } });
});

test.each(["delay", "trickle"])("%s beyond our patience leaves a create uncertain", async (kind) => {
  await control("faults", { rules: [{ operation: "create_profile", kind, ms: 2_000 }] });
  expect(await client({ timeoutMs: 200 }).createProfile({ entity: ada, productAlias: null })).toMatchObject({
    failure: { kind: "uncertain" },
  });
});

test("over the limit Passfort says how long to wait, and that long is waited", async () => {
  await control("faults", { rules: [{ operation: "create_profile", kind: "429", retrySecs: 7 }] });
  expect(await client().createProfile({ entity: ada, productAlias: null })).toMatchObject({
    failure: { kind: "throttled", retryAfterMs: 7_000 },
  });
});

test.each(["401", "200"])("a wrong key halts, whether Passfort says so with %s or not", async (authErrorsAs) => {
  await control("settings", { authErrorsAs });
  for (const apiKey of ["wrong-key", ""]) {
    expect(await client({ apiKey }).whoami()).toMatchObject({ failure: { kind: "halted" } });
    expect(await client({ apiKey }).createProfile({ entity: ada, productAlias: null })).toMatchObject({
      failure: { kind: "halted" },
    });
  }
});

test.each(["status", "200"])(
  "an unknown product is refused in Passfort's own words (errors as %s)",
  async (errorsAs) => {
    await control("settings", { errorsAs });
    const created = await client().createProfile({ entity: ada, productAlias: "no_such_product" });
    expect(created).toMatchObject({
      failure: { kind: "refused", code: "201", message: expect.stringContaining('"no_such_product"') },
    });
  },
);

test("a country Passfort does not know is refused with our field", async () => {
  const created = await client().createProfile({ entity: { ...ada, nationality: "ZZZ" }, productAlias: null });
  expect(created).toMatchObject({ failure: { kind: "refused", code: "201", field: "nationality" } });
});

test("a profile that does not exist is refused, not unreachable", async () => {
  const read = await client().readProfile("00000000-0000-4000-8000-000000000000");
  expect(read).toMatchObject({ failure: { kind: "refused", httpStatus: 404 } });
});

test.each([
  { createdStatus: 201 },
  { unknownEnumValues: true },
  { searchCustomerRef: true },
  { overLimit: "error" },
  { emptyApplicationsAutoApply: false },
])("with the switch %j a client is still created, found and read", async (change) => {
  await control("settings", change);
  const passfort = client();
  const profileId = await create(passfort, firm, "company_onboarding");
  await control("settings", { advanceMs: 60_000 });
  expect(await passfort.lookUp(firm)).toMatchObject({ value: { kind: "one", profile: { id: profileId } } });
});

test("a simulator that is down is unreachable, also to a write: it certainly did not happen", async () => {
  const other = await startSimulator({ port: 0 });
  await other.close();
  const created = await client({ baseUrl: other.url }).createProfile({ entity: ada, productAlias: null });
  expect(created).toMatchObject({ failure: { kind: "unreachable", code: "no_connection" } });
});

type Change = { apiKey?: string; baseUrl?: string; timeoutMs?: number };

function client({ apiKey = "sim-demo-key", baseUrl = simulator.url, timeoutMs }: Change = {}): PassfortClient {
  const passfortFor = makePassfort({
    log: { info: () => {} },
    makeHttp: (settings) => makeHttp({ ...settings, timeoutMs }),
  });
  return passfortFor({ id: "connection-1", environment: "simulator", baseUrl, apiKey });
}

async function create(passfort: PassfortClient, entity: Entity, productAlias: string): Promise<string> {
  const created = await passfort.createProfile({ entity, productAlias });
  if (!created.ok) throw new Error(`The profile was not created: ${created.failure.message}`);
  return created.value.profileId;
}

async function control(door: string, body: unknown): Promise<void> {
  const response = await fetch(`${simulator.controlUrl}/${door}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The side door refused ${door}: ${await response.text()}`);
}

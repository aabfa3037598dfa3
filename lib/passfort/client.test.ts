import { expect, test } from "vitest";
import type { Individual } from "../domain/entity.ts";
import { answering, answeringInTurn, clientOver, connection } from "./test-transport.ts";

const ada: Individual = {
  entityType: "individual",
  reference: "CRM-1",
  givenNames: ["Ada"],
  familyName: "Featherstone",
  dateOfBirth: "1990-01-31",
  address: { country: "GBR", route: "Larkspur Row" },
};

test("a call leaves one line in the log: ids, codes and its duration, nothing about the person or the key", async () => {
  const refusal = { errors: [{ code: 201, message: "Featherstone, born 1990-01-31, is refused." }] };
  const { client, logged } = clientOver(answering(400, refusal));
  await client.createProfile({ entity: ada, productAlias: "individual_onboarding" });
  expect(logged).toEqual([
    {
      sentence: "passfort called",
      ids: {
        connectionId: "connection-1",
        call: "create_profile",
        profileId: undefined,
        outcome: "refused",
        httpStatus: 400,
        code: "201",
        durationMs: 5,
      },
    },
  ]);
});

test("what a write made is in its line of the log by its id, and by nothing that only looks like one", async () => {
  const made = "6c1d594a-496e-11e7-911e-acbc32b67d7b";
  for (const [id, resultId] of [
    [made, made],
    ["Featherstone", undefined],
  ] as const) {
    const { client, logged } = clientOver(answering(200, { id, name: "Featherstone" }));
    await client.addTag("p1", "migrated");
    await client.readProfile("p1");
    expect(logged.map(({ ids }) => (ids as { resultId?: string }).resultId)).toEqual([resultId, undefined]);
    expect(JSON.stringify(logged)).not.toContain("Featherstone");
  }
});

test("a refusal does not repeat what we sent, nor a search its term", async () => {
  const { client } = clientOver(
    answering(400, { errors: [{ code: 201, message: "Featherstone of Larkspur Row is refused." }] }),
  );
  const created = await client.createProfile({ entity: ada, productAlias: null });
  const searched = await client.searchProfiles("Featherstone");
  expect(created).toMatchObject({ failure: { message: "[hidden] of [hidden] is refused." } });
  // The search sent one name only, so it can only know that one.
  expect(searched).toMatchObject({ failure: { message: "[hidden] of Larkspur Row is refused." } });
});

test("the failure of a look-up tells nothing of the client, also where it was not asked for", async () => {
  const telling = { errors: [{ code: 201, message: "Featherstone of Larkspur Row is refused." }] };
  const found = answering(200, { count: 1, results: [{ id: "p1" }] });
  for (const answers of [[answering(400, telling)], [found, found, answering(503, telling)]]) {
    const { client } = clientOver(answeringInTurn(...answers));
    expect(await client.lookUp(ada)).toMatchObject({
      ok: false,
      failure: { message: "[hidden] of [hidden] is refused." },
    });
  }
});

test.each<[string, Partial<Individual>, string]>([
  ["an address without a country", { address: { route: "Larkspur Row" } }, "address.country"],
  ["one line of address without a country", { address: { text: "Larkspur Row 1" } }, "address.country"],
  ["a country that is no alpha-3 code", { nationality: "United Kingdom" }, "nationality"],
  ["a date in another order", { dateOfBirth: "31/01/1990" }, "dateOfBirth"],
  ["a gender Passfort has no letter for", { gender: "female" }, "gender"],
])("%s never leaves: it is refused by us with its field", async (_name, change, field) => {
  const { client, sent } = clientOver(answering(200, { id: "p1" }));
  const result = await client.createProfile({ entity: { ...ada, ...change }, productAlias: null });
  expect(result).toMatchObject({ ok: false, failure: { kind: "refused", code: "not_sendable", field } });
  expect(JSON.stringify(result)).not.toMatch(/Larkspur|United|1990|female/);
  expect(sent).toEqual([]);
});

test("a client without a reference never leaves: a lost answer could not be looked up", async () => {
  const { client, sent } = clientOver(answering(200, { id: "p1" }));
  const result = await client.createProfile({ entity: { ...ada, reference: " " }, productAlias: null });
  expect(result).toMatchObject({ failure: { kind: "refused", code: "not_sendable", field: "reference" } });
  expect(sent).toEqual([]);
});

test("a profile made by an answer without an id is uncertain, not refused and not created", async () => {
  const { client } = clientOver(answering(200, { display_name: "Ada" }));
  expect(await client.createProfile({ entity: ada, productAlias: null })).toMatchObject({
    failure: { kind: "uncertain" },
  });
});

const page = (body: object) => answering(200, body);
const ids = (...list: string[]) => list.map((id) => ({ id }));

test("a search turns over every page, by what came and not by what was asked for, and stops when all are seen", async () => {
  const { client, sent } = clientOver(
    answeringInTurn(page({ count: 5, results: ids("1", "2", "3") }), page({ count: 5, results: ids("4", "5") })),
  );
  const found = await client.searchProfiles("a");
  expect(found).toMatchObject({ ok: true, durationMs: 10 });
  expect(found.ok && found.value.map(({ profileId }) => profileId)).toEqual(["1", "2", "3", "4", "5"]);
  expect(sent.map(({ query }) => query?.offset)).toEqual(["0", "3"]);
});

test("a profile that stands on two pages, because the pages shifted, is counted once and the search reads on", async () => {
  const { client, sent } = clientOver(
    answeringInTurn(
      page({ count: 3, results: ids("1", "2") }),
      page({ count: 3, results: ids("2") }),
      page({ count: 3, results: [] }),
    ),
  );
  const found = await client.searchProfiles("a");
  expect(found.ok && found.value.map(({ profileId }) => profileId)).toEqual(["1", "2"]);
  expect(sent).toHaveLength(3);
});

test("a look-up that saw fewer profiles than there are never says that there is none", async () => {
  const shifted = [
    page({ count: 3, results: [{ id: "1", tags: [{ name: "MIGREF-CRM-2" }] }] }),
    page({ count: 3, results: [] }),
  ];
  const { client } = clientOver(answeringInTurn(...shifted, ...shifted));
  expect(await client.lookUp(ada)).toMatchObject({ ok: true, value: { kind: "several" } });
});

test("profiles that the key may not see are no gap in a search", async () => {
  const empty = page({ count: 2, hidden: 2, results: [] });
  const { client } = clientOver(answeringInTurn(empty, empty));
  expect(await client.lookUp(ada)).toMatchObject({ value: { kind: "none" } });
});

test("associates are found whether they are listed apart, together, or on a page without clients", async () => {
  const associate = { id: "a", role: "INDIVIDUAL_ASSOCIATED" };
  const customer = { id: "c", role: "INDIVIDUAL_CUSTOMER" };
  const { client } = clientOver(answering(200, { count: 2, hidden: 0, results: [customer, associate] }));
  expect(await client.listProfiles({ offset: 0, limit: 200 })).toMatchObject({
    value: { count: 2, profiles: [{ profileId: "c" }], associates: [{ profileId: "a" }] },
  });
  const profile = { ...associate, collected_data: { customer_ref: "CRM-1" } };
  for (const pages of [
    [page({ count: 0, results: [], associated_results: [associate] }), page({ count: 0, results: [] })],
    [page({ count: 1, results: [associate] }), page({ count: 1, results: [] })],
    [
      page({ count: 9, results: [customer] }),
      page({ count: 9, results: [], associated_results: [associate] }),
      page({ results: [] }),
    ],
  ]) {
    const looking = clientOver(answeringInTurn(page({ count: 0, results: [] }), ...pages, answering(200, profile)));
    expect(await looking.client.lookUp(ada, "associate")).toMatchObject({
      value: { kind: "one", profile: { id: "a" } },
    });
  }
});

test("an id cannot lead a call to another path", async () => {
  const { client, sent } = clientOver(answering(200, { id: "p1" }));
  await client.readProfile("../whoami?x=/");
  await client.readProfile("\ud800");
  expect(sent.map(({ path }) => path)).toEqual(["/profiles/..%2Fwhoami%3Fx%3D%2F", "/profiles/%EF%BF%BD"]);
});

test("without an id nothing leaves: it would be a call about something else", async () => {
  const { client, sent, logged } = clientOver(answering(200, { id: "p1", entity_type: "COMPANY" }));
  for (const id of ["", ".", ".."]) {
    for (const result of [
      await client.readProfile(id),
      await client.removeTag("p1", id),
      await client.setTaskState(id, "t1", "COMPLETED_PASS"),
      await client.changeData(id, (data) => data),
    ])
      expect(result).toMatchObject({ ok: false, failure: { kind: "refused", code: "not_sendable" } });
  }
  expect([sent, logged]).toEqual([[], []]);
});

test("a connection keeps its transport until its key or address changes, and two connections never share one", () => {
  const { passfortFor, opened } = clientOver(answering(200, {}));
  passfortFor({ ...connection });
  expect(opened).toHaveLength(1);
  passfortFor({ ...connection, apiKey: "new-key" });
  passfortFor({ ...connection, id: "connection-2" });
  expect(opened.map(({ apiKey }) => apiKey)).toEqual(["secret-key", "new-key", "secret-key"]);
});

import { expect, test } from "vitest";
import type { Individual } from "../domain/entity.ts";
import { makePassfort } from "./client.ts";
import type { Http, HttpAnswer, HttpCall, HttpSettings } from "./http.ts";

const ada: Individual = {
  entityType: "individual",
  reference: "CRM-1",
  givenNames: ["Ada"],
  familyName: "Featherstone",
  dateOfBirth: "1990-01-31",
  address: { country: "GBR", route: "Larkspur Row" },
};
const connection = {
  id: "connection-1",
  environment: "simulator",
  baseUrl: "http://passfort.example/4.0",
  apiKey: "secret-key",
} as const;
const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): Http =>
  async (): Promise<HttpAnswer> => ({ kind: "answer", status, headers, text: JSON.stringify(body) });

/** A client over a made-up transport, with everything it logged and sent; the clock goes on by 5 ms each time it is read. */
function made(http: Http) {
  const logged: { sentence: string; ids: unknown }[] = [];
  const sent: HttpCall[] = [];
  const opened: HttpSettings[] = [];
  let ms = 0;
  const passfortFor = makePassfort({
    log: { info: (sentence, ids) => logged.push({ sentence, ids }) },
    now: () => {
      ms += 5;
      return new Date(ms);
    },
    makeHttp: (settings) => {
      opened.push(settings);
      return (call) => {
        sent.push(call);
        return http(call);
      };
    },
  });
  return { passfortFor, client: passfortFor(connection), logged, sent, opened };
}

test("a call leaves one line in the log: ids, codes and its duration, nothing about the person or the key", async () => {
  const refusal = { errors: [{ code: 201, message: "Featherstone, born 1990-01-31, is refused." }] };
  const { client, logged } = made(answering(400, refusal));
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

test("a refusal does not repeat what we sent, nor a search its term", async () => {
  const { client } = made(
    answering(400, { errors: [{ code: 201, message: "Featherstone of Larkspur Row is refused." }] }),
  );
  const created = await client.createProfile({ entity: ada, productAlias: null });
  const searched = await client.searchProfiles("Featherstone");
  expect(created).toMatchObject({ failure: { message: "[hidden] of [hidden] is refused." } });
  // The search sent one name only, so it can only know that one.
  expect(searched).toMatchObject({ failure: { message: "[hidden] of Larkspur Row is refused." } });
});

test.each<[string, Partial<Individual>, string]>([
  ["an address without a country", { address: { route: "Larkspur Row" } }, "address.country"],
  ["one line of address without a country", { address: { text: "Larkspur Row 1" } }, "address.country"],
  ["a country that is no alpha-3 code", { nationality: "United Kingdom" }, "nationality"],
  ["a date in another order", { dateOfBirth: "31/01/1990" }, "dateOfBirth"],
  ["a gender Passfort has no letter for", { gender: "female" }, "gender"],
])("%s never leaves: it is refused by us with its field", async (_name, change, field) => {
  const { client, sent } = made(answering(200, { id: "p1" }));
  const result = await client.createProfile({ entity: { ...ada, ...change }, productAlias: null });
  expect(result).toMatchObject({ ok: false, failure: { kind: "refused", code: "not_sendable", field } });
  expect(JSON.stringify(result)).not.toMatch(/Larkspur|United|1990|female/);
  expect(sent).toEqual([]);
});

test("a client without a reference never leaves: a lost answer could not be looked up", async () => {
  const { client, sent } = made(answering(200, { id: "p1" }));
  const result = await client.createProfile({ entity: { ...ada, reference: " " }, productAlias: null });
  expect(result).toMatchObject({ failure: { kind: "refused", code: "not_sendable", field: "reference" } });
  expect(sent).toEqual([]);
});

test("a profile made by an answer without an id is uncertain, not refused and not created", async () => {
  const { client } = made(answering(200, { display_name: "Ada" }));
  expect(await client.createProfile({ entity: ada, productAlias: null })).toMatchObject({
    failure: { kind: "uncertain" },
  });
});

test("a search turns over every page, counts a profile on two pages once, and stops at the count", async () => {
  const pages = [
    { count: 5, results: [{ id: "1" }, { id: "2" }, { id: "3" }] },
    { count: 5, results: [{ id: "3" }, { id: "4" }] },
  ];
  const { client, sent } = made(async () => ({
    kind: "answer",
    status: 200,
    headers: {},
    text: JSON.stringify(pages.shift()),
  }));
  const found = await client.searchProfiles("a");
  expect(found).toMatchObject({ ok: true, durationMs: 10 });
  expect(found.ok && found.value.map(({ profileId }) => profileId)).toEqual(["1", "2", "3", "4"]);
  expect(sent.map(({ query }) => query?.offset)).toEqual(["0", "3"]);
});

test("an id cannot lead a call to another path", async () => {
  const { client, sent } = made(answering(200, { id: "p1" }));
  await client.readProfile("../whoami?x=/");
  expect(sent[0]?.path).toBe("/profiles/..%2Fwhoami%3Fx%3D%2F");
});

test("a connection keeps its transport until its key or address changes, and two connections never share one", () => {
  const { passfortFor, opened } = made(answering(200, {}));
  passfortFor({ ...connection });
  expect(opened).toHaveLength(1);
  passfortFor({ ...connection, apiKey: "new-key" });
  passfortFor({ ...connection, id: "connection-2" });
  expect(opened.map(({ apiKey }) => apiKey)).toEqual(["secret-key", "new-key", "secret-key"]);
});

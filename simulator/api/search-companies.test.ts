import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { simulatorForTest } from "../test-client.ts";

const search = async (query: string, settings: object = {}) => {
  const { api } = await simulatorForTest({ settings });
  return api("GET", `/search/companies?${query}`);
};

test("a company is found by its number and has it, or by its name, the same each time", async () => {
  const byNumber = await search("country=GBR&query=09565115");
  expect(byNumber.body.companies).toEqual([{ name: "COMPANY 09565115 LTD", number: "09565115", country: "GBR" }]);
  const [once, again] = [await search("country=GBR&query=go+cardless"), await search("country=GBR&query=go+cardless")];
  expect(once.body).toEqual(again.body);
  expect(once.body.companies[0]).toMatchObject({ name: "GO CARDLESS LTD", number: expect.stringMatching(/^\d{8}$/) });
});

test("a company has the fields of the recorded answer", async () => {
  const file = new URL("../fixtures/companies.json", import.meta.url);
  const recorded = JSON.parse(readFileSync(file, "utf8")).companies[0];
  const { body } = await search("country=GBR&query=gocardless");
  expect(Object.keys(body.companies[0]).sort()).toEqual(Object.keys(recorded).sort());
});

test.each([
  ["country=GBR", "query"],
  ["query=x", "country"],
  ["country=UK&query=x", "country"],
])("a search with %s is refused at %s", async (query, field) => {
  const { status, body } = await search(query);
  expect([status, body.errors[0].info.field]).toEqual([400, field]);
});

test("in the USA the state comes back; whether it is needed is up to the switch", async () => {
  expect((await search("country=USA&state=DE&query=x")).body.companies[0].state).toBe("DE");
  expect((await search("country=USA&query=x")).body.companies[0].state).toBeNull();
  expect((await search("country=USA&query=x", { requireStates: true })).status).toBe(400);
});

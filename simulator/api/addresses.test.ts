import { expect, test } from "vitest";
import { simulatorForTest } from "../test-client.ts";

const get = async (path: string) => (await simulatorForTest()).api("GET", path);

test("an address that was found can be had in full, and the search says where its words stand", async () => {
  const { api } = await simulatorForTest();
  const search = await api("GET", "/address/search?address=sample%20leeds&country_code=GBR");
  expect(search.body.count).toBe(1);
  const [{ id, text, query_substrings }] = search.body.results;
  expect(query_substrings.map(([from, to]: [number, number]) => text.slice(from, to))).toEqual(["Sample", "Leeds"]);
  const full = await api("GET", `/address/format?id=${encodeURIComponent(id)}&country_code=GBR`);
  expect(full.body).toMatchObject({ type: "STRUCTURED", route: "Sample Road", original_freeform_address: text });
});

test("a limit cuts the results and not the count", async () => {
  const { body } = await get("/address/search?address=example&country_code=GBR&limit=1");
  expect([body.count, body.results.length]).toEqual([2, 1]);
});

test.each([
  [400, `/address/search?address=${"x".repeat(201)}&country_code=GBR`],
  [400, "/address/search?country_code=GBR"],
  [400, "/address/search?address=x&country_code=GB"],
  [404, "/address/format?id=nothing&country_code=GBR"],
  [404, "/address/format?id=GBR%7Cexample-street-1&country_code=FRA"],
])("%i is the answer to %s", async (status, path) => {
  const answer = await get(path);
  expect([answer.status, answer.body.errors[0].code]).toEqual([status, 201]);
});

import { expect, test } from "vitest";
import { seedsIn } from "./find-seeds.ts";
import { scanPlaces } from "./scan-places.ts";
import { type Seed, seededBook } from "./seeds.ts";

const { seeds } = seededBook("T");
const valuesOf = (found: readonly Seed[]) => found.map(({ value }) => value);

test("every seed is found as it is, in capitals, in JSON, in an address and without its separators", () => {
  for (const seed of seeds) {
    const { value } = seed;
    for (const text of [
      `{"msg":"of ${value} it is said"}`,
      value.toUpperCase(),
      JSON.stringify({ deep: [value] }),
      `GET /records?search=${encodeURIComponent(value)}&page=1`,
      `a=${new URLSearchParams({ value })}`,
      [...value].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
    ])
      expect(valuesOf(seedsIn(text, [seed])), text).toEqual([value]);
  }
});

test("a birthday is found in every order of day, month and year, and a phone number without its country", () => {
  const birthday = { what: "date of birth", value: "1931-06-11" };
  const phone = { what: "phone", value: "+44 7700 900461" };
  for (const text of ["11/06/1931", "06.11.1931", "19310611", "born 11-06-1931."])
    expect(seedsIn(text, [birthday])).toHaveLength(1);
  for (const text of ["07700 900461", "447700900461", "(7700) 900-461"]) expect(seedsIn(text, [phone])).toHaveLength(1);
});

test("ids, times and other people are no seeds", () => {
  const text = `{"time":"2026-11-26T10:11:12.131Z","deliveryId":"1931a611-7700-4900-8461-0123456789ab","durationMs":19310611131,"name":"Zqworr"}`;
  expect(seedsIn(text, seeds)).toEqual([]);
});

test("a scan says what was found and where, and never the value itself", async () => {
  const place = {
    name: "logs",
    async *read() {
      yield { where: "web.log:1", text: "all is well" };
      for (const { value } of seeds) yield { where: "web.log:2", text: `a line with ${value}` };
    },
  };
  const [scanned] = await scanPlaces([place], seeds);
  expect(new Set(scanned?.found)).toEqual(new Set(seeds.map(({ what }) => `${what} in web.log:2`)));
  expect(scanned).toMatchObject({ pieces: seeds.length + 1 });
  for (const { value } of seeds) expect(JSON.stringify(scanned)).not.toContain(value);
});

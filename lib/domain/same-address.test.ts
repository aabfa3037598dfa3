import fc from "fast-check";
import { expect, test } from "vitest";
import type { Address } from "./entity.ts";
import { sameAddress } from "./same-address.ts";

const sent: Address = {
  country: "GBR",
  streetNumber: "38",
  route: "Crown Street",
  locality: "London",
  postalCode: "W1 2ZT",
};

test.each<[string, Address, Address]>([
  ["itself", sent, sent],
  ["itself with empty parts", sent, { ...sent, county: "", postalTown: " ", premise: "" }],
  ["other capitals, accents and stops", sent, { ...sent, route: "CROWN ST\u0301REET.", locality: "london" }],
  ["the postal code without its space", sent, { ...sent, postalCode: "W12ZT" }],
  ["the town in another part", sent, { ...sent, locality: undefined, postalTown: "London" }],
  ["the number in the street", sent, { ...sent, streetNumber: undefined, route: "38 Crown Street" }],
  ["one line taken apart", { country: "GBR", text: "38 Crown Street, London, W12ZT" }, sent],
  ["one line with its postal code twice", { country: "GBR", text: "W1 2ZT, 38 Crown Street, London, W1 2ZT" }, sent],
  ["one line taken apart, with a county concluded", { country: "GBR", text: "38 Crown Street, W1 2ZT" }, sent],
  [
    "one line that ends in its country",
    { country: "GBR", text: "38 Crown Street, London, W1 2ZT, United Kingdom" },
    sent,
  ],
  ["a country alone", { country: "GBR" }, { country: "GBR", locality: "" }],
  ["the documented sample", { country: "CHN", text: "Test, 3" }, { country: "CHN", route: "Test", locality: "3" }],
])("an address read back is the same: %s", (_what, one, other) => {
  expect(sameAddress(one, other)).toBe(true);
});

test.each<[string, Address, Address]>([
  ["another country", sent, { ...sent, country: "IRL" }],
  ["no country", sent, { ...sent, country: undefined }],
  ["another postal code", sent, { ...sent, postalCode: "W1 2ZS" }],
  ["no postal code", sent, { ...sent, postalCode: undefined }],
  ["another number", sent, { ...sent, streetNumber: "83" }],
  ["a part lost", sent, { ...sent, locality: undefined }],
  ["a part nobody sent", sent, { ...sent, premise: "Flat 5" }],
  ["one line of which a word is lost", { country: "GBR", text: "Flat 5, 38 Crown Street, London, W1 2ZT" }, sent],
  ["one line to which a street was added", { country: "GBR", text: "London W1 2ZT" }, sent],
  ["one line that ends in another country", { country: "GBR", text: "38 Crown Street, London, W1 2ZT, Ireland" }, sent],
  [
    "one line that came back only as the line",
    { country: "GBR", text: "38 Crown Street" },
    { country: "GBR", text: "38 Crown Street" },
  ],
])("an address read back is another: %s", (_what, one, other) => {
  expect(sameAddress(one, other)).toBe(false);
});

const part = fc.option(
  fc
    .array(fc.constantFrom("Crown", "Ørsted", "König", "Row", "St.", "7", "12b", "Wexcombe", "Nový"), {
      minLength: 1,
      maxLength: 3,
    })
    .map((words) => words.join(" ")),
  { nil: undefined },
);
const address: fc.Arbitrary<Address> = fc.record({
  country: fc.constantFrom("GBR", "USA", "RKS"),
  premise: part,
  streetNumber: fc.option(fc.nat({ max: 999 }).map(String), { nil: undefined }),
  route: part,
  locality: part,
  postalTown: part,
  county: part,
  stateProvince: part,
  postalCode: fc.option(fc.constantFrom("W1 2ZT", "W12ZT", "12345", "123 45", "SW1A-1AA"), { nil: undefined }),
});

test("what Passfort does to the writing of an address changes nothing: capitals, accents, empty parts, spaces, another part", () => {
  const changed = (value: string | undefined) => value?.toUpperCase().normalize("NFD");
  fc.assert(
    fc.property(address, (one) => {
      const read: Address = {
        ...Object.fromEntries(Object.entries(one).map(([key, value]) => [key, changed(value)])),
        postalCode: one.postalCode?.replace(/[ -]/g, ""),
        route: [changed(one.premise), changed(one.route)].filter(Boolean).join(" - "),
        premise: "",
      };
      expect(sameAddress(one, read)).toBe(true);
    }),
  );
});

test("a word that was never sent, or that got lost, always shows", () => {
  const strange = "Quillfeather";
  fc.assert(
    fc.property(
      address,
      fc.constantFrom("premise", "route", "locality", "postalTown", "county", "stateProvince", "streetNumber"),
      (one, key) => {
        const more = { ...one, [key]: `${one[key as keyof Address] ?? ""} ${strange}` };
        expect(sameAddress(one, more)).toBe(false);
        expect(sameAddress(more, one)).toBe(false);
      },
    ),
  );
});

test("a line of an address is the address again, wherever Passfort puts its pieces", () => {
  const pieces = fc.uniqueArray(fc.constantFrom("Flat 2", "38 Crown Street", "Wexcombe", "Bad Ort", "Nový Jičín"), {
    minLength: 1,
    maxLength: 4,
  });
  const keys = ["premise", "route", "locality", "county"] as const;
  fc.assert(
    fc.property(pieces, fc.shuffledSubarray([...keys], { minLength: 4 }), (lines, places) => {
      const text = [...lines, "EC1A 1AA"].join(", ");
      const read: Address = { country: "GBR", postalCode: "EC1A1AA" };
      for (const [index, line] of lines.entries()) read[places[index] ?? "route"] = line;
      expect(sameAddress({ country: "GBR", text }, read)).toBe(true);
    }),
  );
});

import { expect, test } from "vitest";
import { sameAddress } from "../domain/same-address.ts";
import { addressesOf } from "./remote-addresses.ts";

test("addresses of a person and of a company are read in our words, without their empty parts", () => {
  const address = {
    type: "STRUCTURED",
    country: "USA",
    state_province: "CA",
    county: "",
    postal_code: "92123",
    locality: "San Diego",
    postal_town: "",
    route: "Balboa Road",
    street_number: "596",
    premise: "Tower",
    subpremise: "Flat 2",
    original_freeform_address: ", , 596, Balboa Road, San Diego, , , CA, 92123",
    original_structured_address: {},
  };
  const read = {
    country: "USA",
    text: ", , 596, Balboa Road, San Diego, , , CA, 92123",
    premise: "Flat 2, Tower",
    streetNumber: "596",
    route: "Balboa Road",
    locality: "San Diego",
    stateProvince: "CA",
    postalCode: "92123",
  };
  expect(addressesOf({ entity_type: "INDIVIDUAL", address_history: [{ address, start_date: "2020-01" }] })).toEqual([
    read,
  ]);
  const addresses = [{ type: "registered_address", address }];
  expect(addressesOf({ entity_type: "COMPANY", metadata: { addresses } })).toEqual([read]);
});

test("where an address should be and is something else, there is none", () => {
  expect(addressesOf({ entity_type: "INDIVIDUAL" })).toEqual([]);
  expect(addressesOf({ address_history: "later", metadata: null })).toEqual([]);
  expect(addressesOf({ address_history: [null, { address: 7 }, { address: { country: "GBR" } }] })).toEqual([
    { country: "GBR" },
  ]);
});

test("a line that Passfort took apart wrongly shows, although the line itself stands beside it", () => {
  const [read] = addressesOf({
    address_history: [
      { address: { country: "GBR", route: "Crown Street", original_freeform_address: "38 Crown Street" } },
    ],
  });
  expect(sameAddress({ country: "GBR", text: "38 Crown Street" }, read ?? {})).toBe(false);
});

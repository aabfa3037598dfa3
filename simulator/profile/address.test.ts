import { expect, test } from "vitest";
import type { Address } from "../validate/address.ts";
import { structured } from "./address.ts";

const freeform = (text: string): Address => ({ type: "FREEFORM", country: "GBR", text });

test.each([
  [
    "1 Example Street, London, EC1A 1AA",
    { street_number: "1", route: "Example Street", locality: "London", postal_code: "EC1A 1AA" },
  ],
  [
    "Flat 2, 14b High Road, Leeds LS1 4AP",
    { premise: "Flat 2", street_number: "14b", route: "High Road", locality: "Leeds", postal_code: "LS1 4AP" },
  ],
  ["Somewhere", { route: "Somewhere" }],
])("%s is taken apart", (text, parts) => {
  expect(structured(freeform(text))).toMatchObject({ type: "STRUCTURED", ...parts, original_freeform_address: text });
});

test.each(["", " , ,, ", "\n", "9", "12345"])("the odd text %j neither fails nor is lost", (text) => {
  expect(structured(freeform(text))).toMatchObject({ type: "STRUCTURED", original_freeform_address: text });
});

test("the parts of a structured address are joined as in the two documented samples", () => {
  const sparse: Address = {
    type: "STRUCTURED",
    country: "GBR",
    street_number: "38",
    route: "Crown Street",
    locality: "London",
    postal_code: "W1 2ZT",
  };
  const withEmptyParts: Address = {
    type: "STRUCTURED",
    country: "USA",
    subpremise: "",
    premise: "",
    street_number: "596",
    route: "Balboa Road",
    locality: "San Diego",
    postal_town: "",
    county: "",
    state_province: "CA",
    postal_code: "92123",
  };
  expect(structured(sparse).original_freeform_address).toBe("38, Crown Street, London, W1 2ZT");
  expect(structured(withEmptyParts).original_freeform_address).toBe(", , 596, Balboa Road, San Diego, , , CA, 92123");
});

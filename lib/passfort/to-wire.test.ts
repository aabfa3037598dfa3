import fc from "fast-check";
import { expect, test } from "vitest";
import type { Address, Entity } from "../domain/entity.ts";
import { createProfileRequest } from "./to-wire.ts";
import { createProfileRequestSchema } from "./wire/profile.ts";

test("a person goes out with its reference, its given names as a list and a structured address", () => {
  const request = createProfileRequest(
    {
      entityType: "individual",
      reference: "CRM-1",
      title: "Dr",
      givenNames: ["Ada", "May"],
      familyName: "Example",
      dateOfBirth: "1990-01-31",
      nationality: "GBR",
      gender: "F",
      email: "ada@post.example",
      phone: "+442079460000",
      address: {
        country: "GBR",
        streetNumber: "1",
        route: "Example Street",
        locality: "London",
        postalCode: "EC1A 1AA",
      },
    },
    "individual_onboarding",
  );
  expect(request).toEqual({
    role: "INDIVIDUAL_CUSTOMER",
    collected_data: {
      entity_type: "INDIVIDUAL",
      customer_ref: "CRM-1",
      personal_details: {
        name: { title: "Dr", given_names: ["Ada", "May"], family_name: "Example" },
        dob: "1990-01-31",
        nationality: "GBR",
        gender: "F",
      },
      address_history: [
        {
          address: {
            type: "STRUCTURED",
            country: "GBR",
            postal_code: "EC1A 1AA",
            locality: "London",
            route: "Example Street",
            street_number: "1",
          },
        },
      ],
      contact_details: { email: "ada@post.example", phone_number: "+442079460000" },
    },
    applications: [{ product: { alias: "individual_onboarding" } }],
  });
});

test("a company goes out with its reference under both keys and its number as text", () => {
  const request = createProfileRequest(
    {
      entityType: "company",
      reference: "C-7",
      name: "Example Ltd",
      number: "00000001",
      countryOfIncorporation: "USA",
      stateOfIncorporation: "DE",
      incorporationDate: "2001-02-03",
      lei: "5493001KJTIIGC8Y1R12",
      vatNumber: "GB123",
      email: "office@post.example",
      phone: "1",
      website: "https://company.example",
      address: { country: "USA" },
    },
    null,
  );
  expect(request).toEqual({
    role: "COMPANY_CUSTOMER",
    collected_data: {
      entity_type: "COMPANY",
      customer_ref: "C-7",
      customer_reference: "C-7",
      metadata: {
        number: "00000001",
        name: "Example Ltd",
        country_of_incorporation: "USA",
        state_of_incorporation: "DE",
        incorporation_date: "2001-02-03",
        lei: "5493001KJTIIGC8Y1R12",
        tax_ids: [{ tax_id_type: "VAT", value: "GB123" }],
        contact_details: { email: "office@post.example", phone_number: "1", url: "https://company.example" },
        addresses: [{ type: "registered_address", address: { type: "STRUCTURED", country: "USA" } }],
      },
    },
  });
});

test.each<[string, Address, unknown]>([
  [
    "one line of text goes free-form",
    { country: "CHN", text: "Test, 3" },
    { type: "FREEFORM", country: "CHN", text: "Test, 3" },
  ],
  [
    "parts go before the line they were made from",
    { country: "GBR", text: "1 Long Lane", route: "Long Lane" },
    { type: "STRUCTURED", country: "GBR", route: "Long Lane" },
  ],
  ["a country alone is structured", { country: "GBR", text: " " }, { type: "STRUCTURED", country: "GBR" }],
])("an address: %s", (_name, address, expected) => {
  const { collected_data } = createProfileRequest({ entityType: "individual", address }, null);
  expect(collected_data).toMatchObject({ address_history: [{ address: expected }] });
});

test("a client of which nothing is known sends nothing but its type", () => {
  const blank = { country: "", text: "  " };
  expect(
    createProfileRequest({ entityType: "individual", givenNames: ["", " "], address: blank }, null).collected_data,
  ).toEqual({
    entity_type: "INDIVIDUAL",
  });
  expect(createProfileRequest({ entityType: "company", vatNumber: "", address: {} }, null).collected_data).toEqual({
    entity_type: "COMPANY",
  });
});

const words = fc.option(fc.constantFrom("", " ", "x", "Ørsted & Søn", "a b"), { nil: undefined });
const country = fc.option(fc.constantFrom("", "GBR", "RKS"), { nil: undefined });
const day = fc.option(fc.constantFrom("", "1990-01-31"), { nil: undefined });
const address = fc.option(
  fc.record({
    country,
    text: words,
    premise: words,
    streetNumber: words,
    route: words,
    locality: words,
    postalTown: words,
    county: words,
    stateProvince: words,
    postalCode: words,
  }),
  { nil: undefined },
);
const person = fc.record({
  entityType: fc.constant("individual" as const),
  reference: words,
  title: words,
  givenNames: fc.option(fc.array(fc.constantFrom("", " ", "Ada")), { nil: undefined }),
  familyName: words,
  dateOfBirth: day,
  nationality: country,
  gender: fc.constantFrom(undefined, "", "M", "F"),
  email: words,
  phone: words,
  address,
});
const company = fc.record({
  entityType: fc.constant("company" as const),
  reference: words,
  name: words,
  number: words,
  countryOfIncorporation: country,
  stateOfIncorporation: words,
  incorporationDate: day,
  lei: words,
  vatNumber: words,
  email: words,
  phone: words,
  website: words,
  address,
});
const anyEntity: fc.Arbitrary<Entity> = fc.oneof(person, company);

test("no request ever holds an undefined, empty or blank value, an empty list or an empty object", () => {
  fc.assert(
    fc.property(anyEntity, fc.constantFrom(null, "individual_onboarding"), (entity, alias) => {
      expect(emptyPlaces(createProfileRequest(entity, alias))).toEqual([]);
    }),
  );
});

test("every request has only keys Passfort knows; the one thing that may be missing is an address's country", () => {
  fc.assert(
    fc.property(anyEntity, (entity) => {
      const parsed = createProfileRequestSchema.safeParse(createProfileRequest(entity, null));
      const lacksCountry = entity.address !== undefined && !entity.address.country;
      expect(parsed.success || lacksCountry).toBe(true);
    }),
  );
});

test("the same client always makes the same bytes, so that what was previewed is what is sent", () => {
  fc.assert(
    fc.property(anyEntity, (entity) => {
      expect(JSON.stringify(createProfileRequest(entity, "a"))).toBe(
        JSON.stringify(createProfileRequest(structuredClone(entity), "a")),
      );
    }),
  );
});

function emptyPlaces(value: unknown, place = "$"): string[] {
  if (value === undefined || value === null) return [place];
  if (typeof value === "string") return value.trim() === "" ? [place] : [];
  if (typeof value !== "object") return [];
  const entries = Object.entries(value);
  return entries.length === 0 ? [place] : entries.flatMap(([key, inner]) => emptyPlaces(inner, `${place}.${key}`));
}

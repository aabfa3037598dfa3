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

test("ids go out by country, earlier addresses with their months, and other family names as a list", () => {
  const { collected_data } = createProfileRequest(
    {
      entityType: "individual",
      familyName: "Example",
      altFamilyNames: ["Sample", " "],
      nationalId: { number: "QQ123456C", country: "GBR" },
      nationalId2: { number: "12345678Z", country: "ESP" },
      address: { country: "GBR", route: "New Road", startDate: "2021-03-15" },
      address2: { country: "ESP", text: "Calle Vieja 1", startDate: "2015-01-01", endDate: "2021-03-14" },
      address3: { country: "ESP" },
      note: "Manager: somebody",
    },
    null,
  );
  expect(collected_data).toEqual({
    entity_type: "INDIVIDUAL",
    personal_details: {
      name: { family_name: "Example", alt_family_names: ["Sample"] },
      national_identity_number: { ESP: "12345678Z", GBR: "QQ123456C" },
    },
    address_history: [
      { address: { type: "STRUCTURED", country: "GBR", route: "New Road" }, start_date: "2021-03" },
      {
        address: { type: "FREEFORM", country: "ESP", text: "Calle Vieja 1" },
        start_date: "2015-01",
        end_date: "2021-03",
      },
    ],
  });
});

test("a company goes out with everything Passfort has a place for, numbers and flags as what they are", () => {
  const { collected_data } = createProfileRequest(
    {
      entityType: "company",
      name: "Example Ltd",
      euVatNumber: "DE123456789",
      ein: "12-3456789",
      previousName: { name: "Sample Ltd", start: "2001-01-01", end: "2010-12-31" },
      previousName2: { start: "1999-01-01" },
      companyType: "Limited",
      ownershipType: "COMPANY",
      isPublic: "no",
      isActive: "yes",
      employees: "1200",
      sicCode: "62012",
      areaOfActivity: "Europe",
      isin: "GB0000000001",
      ukCharityNumber: "1234567",
      headOffice: { country: "GBR", route: "High Street" },
      contactAddress: { country: "GBR" },
    },
    null,
  );
  expect(collected_data).toEqual({
    entity_type: "COMPANY",
    metadata: {
      name: "Example Ltd",
      tax_ids: [
        { tax_id_type: "EUROVAT", value: "DE123456789" },
        { tax_id_type: "EIN", value: "12-3456789" },
      ],
      previous_names: [{ name: "Sample Ltd", start: "2001-01-01", end: "2010-12-31" }],
      company_type: "Limited",
      structured_company_type: { is_public: false, ownership_type: "COMPANY" },
      is_active: true,
      number_of_employees: 1200,
      sic_codes: [{ code: "62012" }],
      areas_of_activity: [{ location: "Europe" }],
      isin: "GB0000000001",
      uk_charity_commission_number: "1234567",
      addresses: [
        { type: "head_office_address", address: { type: "STRUCTURED", country: "GBR", route: "High Street" } },
      ],
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
const moreOf = <T>(shape: fc.Arbitrary<T>) => fc.option(shape, { nil: undefined });
// An end without a start is an issue before it comes to a request.
const dated = moreOf(
  fc.record({ country, route: words, postalCode: words, startDate: fc.constant("2001-02-03"), endDate: day }),
);
const id = moreOf(fc.record({ number: words, country }));
const yesNo = fc.constantFrom(undefined, "yes" as const, "no" as const);
const person = fc.record({
  entityType: fc.constant("individual" as const),
  altFamilyNames: moreOf(fc.array(fc.constantFrom("", "Sample"))),
  nationalId: id,
  nationalId2: id,
  address2: dated,
  address3: dated,
  note: words,
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
  euVatNumber: words,
  ein: words,
  previousName: moreOf(fc.record({ name: words, start: day, end: day })),
  isPublic: yesNo,
  isActive: yesNo,
  ownershipType: fc.constantFrom(undefined, "", "TRUST"),
  employees: fc.constantFrom(undefined, "", "0", "1200"),
  sicCode: words,
  sicDescription: words,
  areaOfActivity: words,
  jurisdiction: words,
  headOffice: address,
  note: words,
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
      const addresses =
        entity.entityType === "company"
          ? [entity.address, entity.headOffice]
          : [entity.address, entity.address2, entity.address3];
      const lacksCountry = addresses.some((each) => each !== undefined && !each.country);
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

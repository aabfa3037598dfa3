import fc from "fast-check";
import type { Address, Company, Individual } from "../domain/entity.ts";
import { ownershipTypes } from "../domain/ownership-type.ts";

/** Any client that may be sent, of people and companies that do not exist: every field filled or not. */
export const anyEntity = (): fc.Arbitrary<Individual | Company> => fc.oneof(individual, company);

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const text = fc
  .array(
    fc.constantFrom("Ada", "Ørsted", "König-Row", "O’Neill", "7", "12b", "Bad Ort", "Nový", "GmbH & Co.", "  x "),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((words) => words.join(" "));
const country = fc.constantFrom("GBR", "USA", "RKS", "DEU");
const day = fc.constantFrom("1980-04-03", "2001-02-28", "2020-12-31");
const yesNo = fc.constantFrom("yes", "no");

const parts = fc.record({
  country,
  subpremise: maybe(fc.constantFrom("Flat 2", "Unit B")),
  premise: maybe(text),
  streetNumber: maybe(fc.nat({ max: 999 }).map(String)),
  route: maybe(text),
  locality: maybe(text),
  postalTown: maybe(text),
  county: maybe(text),
  stateProvince: maybe(fc.constantFrom("CA", "NY")),
  postalCode: maybe(fc.constantFrom("W1 2ZT", "12345", "123 45", "SW1A-1AA")),
});
const line = fc.record({
  country,
  text: fc
    .array(fc.constantFrom("Flat 2", "38 Crown Street", "Wexcombe", "Bad Ort", "W1 2ZT", "12345", "Nový Jičín"), {
      minLength: 1,
      maxLength: 5,
    })
    .map((pieces) => pieces.join(", ")),
});
const address: fc.Arbitrary<Address> = fc.oneof(parts, line, fc.record({ country }));
const dated = fc
  .tuple(address, maybe(day), maybe(day))
  .map(([place, startDate, endDate]) => ({ ...place, startDate, endDate: startDate && endDate }));

const reference = fc.stringMatching(/^[A-Z]-[0-9]{1,6}$/);
const names = fc.uniqueArray(text, { minLength: 1, maxLength: 3 });
const nationalId = fc.record({ number: text, country });

const individual: fc.Arbitrary<Individual> = fc.record({
  entityType: fc.constant("individual"),
  reference,
  title: maybe(text),
  givenNames: names,
  familyName: text,
  altFamilyNames: maybe(names),
  dateOfBirth: maybe(day),
  nationality: maybe(country),
  gender: maybe(fc.constantFrom("M", "F")),
  nationalId: maybe(nationalId),
  nationalId2: maybe(nationalId),
  email: maybe(fc.constant("ada@post.example")),
  phone: maybe(fc.constant("+442079460000")),
  address: maybe(dated),
  address2: maybe(dated),
  address3: maybe(dated),
});

const previousName = fc.record({ name: text, start: maybe(day), end: maybe(day) });

const company: fc.Arbitrary<Company> = fc.record({
  entityType: fc.constant("company"),
  reference,
  name: text,
  number: fc.stringMatching(/^0[0-9]{7}$/),
  countryOfIncorporation: fc.constantFrom("GBR", "DEU"),
  incorporationDate: maybe(day),
  lei: maybe(fc.constant("5493001KJTIIGC8Y1R12")),
  vatNumber: maybe(text),
  euVatNumber: maybe(text),
  ein: maybe(text),
  previousName: maybe(previousName),
  previousName2: maybe(previousName),
  jurisdiction: maybe(text),
  registry: maybe(text),
  companyType: maybe(text),
  ownershipType: maybe(fc.constantFrom(...ownershipTypes)),
  isPublic: maybe(yesNo),
  isLimited: maybe(yesNo),
  isActive: maybe(yesNo),
  description: maybe(text),
  employees: maybe(fc.nat({ max: 9999 }).map(String)),
  sicCode: maybe(text),
  sicDescription: maybe(text),
  areaOfActivity: maybe(text),
  email: maybe(fc.constant("office@post.example")),
  website: maybe(fc.constant("https://company.example")),
  address: maybe(address),
  headOffice: maybe(address),
  contactAddress: maybe(address),
  branch: maybe(address),
}) as fc.Arbitrary<Company>;

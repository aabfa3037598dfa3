import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { MappedFile } from "../../domain/file-kind.ts";
import type { Transform } from "../../domain/mapping.ts";
import { tableFrom } from "../parse/test-stored.ts";
import { proposalsOf } from "./proposals-of.ts";
import type { SuggestedColumn } from "./suggest.ts";

/**
 * Exports of other systems, each as a careful person maps it. `mapped` names the columns that become something, in the order of the file;
 * every column that is not named must get no proposal. A question mark: proposed as likely, to be checked. Behind a date stands the format
 * that its values prove, or what a person is asked. `form`: encoding, delimiter, line of the header.
 */
type Reading = { file: string; as: "individual" | "company" | "mixed"; form: string; columns: number; mapped: string };

/** Columns of an address that have the usual names. */
const parts = (city: string, state: string, postcode: string, country = "") =>
  `${city} → address.locality | ${state} → address.stateProvince | ${postcode} → address.postalCode${country && ` | ${country} → address.country`}`;

const readings: Reading[] = [
  {
    // Accounts, returns, mortgages and statements have dates of their own. “Active - Proposal to Strike off” is neither yes nor no. Nothing is
    // proposed as the client's reference: whether the register's number is to be it, the firm must say. A date of an empty column (CONDATE,
    // dissolution) would only ask for a format. Passfort has room for two previous names of the ten.
    file: "companies-house-basic-sample.csv",
    as: "company",
    form: "utf-8 , 1",
    columns: 55,
    mapped: `CompanyName → name | CompanyNumber → number | RegAddress.AddressLine1 → address.route | RegAddress.AddressLine2 → address.route
      | RegAddress.PostTown → address.postalTown | RegAddress.County → address.county | RegAddress.Country → address.country
      | RegAddress.PostCode → address.postalCode | CompanyCategory → companyType | CountryOfOrigin → countryOfIncorporation
      | IncorporationDate → incorporationDate DD/MM/YYYY | SICCode.SicText_1 → sicDescription
      | PreviousName_1.CompanyName → previousName.name | PreviousName_2.CompanyName → previousName2.name`,
  },
  {
    // “number” is what “number_type” says: EIN in every row, a tax number and not the register's. The name it trades under is not its name.
    // The tracking number stands twice; it is still the reference, and Review tells of the double.
    file: "fincen-314a-business.csv",
    as: "company",
    form: "utf-8 , 1",
    columns: 12,
    mapped: `tracking_number → reference | business_name → name | number → ein? | street → address.route
      | ${parts("city", "state", "zip", "country")} | phone → phone`,
  },
  {
    // An alias is another name, not a part of this one. “number” is a social security number, a driving licence or a passport: no field.
    file: "fincen-314a-person.csv",
    as: "individual",
    form: "utf-8 , 1",
    columns: 18,
    mapped: `tracking_number → reference | last_name → familyName | first_name → givenNames | middle_name → givenNames
      | dob → dateOfBirth (order asked) | street → address.route | ${parts("city", "state", "zip", "country")} | phone → phone`,
  },
  {
    // The LEI of the ManagingLOU, the numbers of the validation authority and the dates of the LEI's registration are somebody else's. Further
    // lines of an address are lists in JSON, and no street. The date of creation has times of the day, which prove no calendar date: a person
    // takes what stands before the T by a step. “US-DE” as jurisdiction is no country, which Review tells.
    file: "gleif-lei-30.json",
    as: "company",
    form: "utf-8 json -",
    columns: 37,
    mapped: `LEI.$ → lei | Entity.LegalName.$ → name | Entity.LegalAddress.FirstAddressLine.$ → address.route
      | Entity.LegalAddress.City.$ → address.locality | Entity.LegalAddress.Country.$ → address.country
      | Entity.LegalAddress.PostalCode.$ → address.postalCode | Entity.HeadquartersAddress.FirstAddressLine.$ → headOffice.route
      | Entity.HeadquartersAddress.City.$ → headOffice.locality | Entity.HeadquartersAddress.Country.$ → headOffice.country
      | Entity.HeadquartersAddress.PostalCode.$ → headOffice.postalCode
      | Entity.RegistrationAuthority.RegistrationAuthorityEntityID.$ → number
      | Entity.LegalJurisdiction.$ → countryOfIncorporation | Entity.EntityCreationDate.$ → incorporationDate (format asked)
      | Entity.LegalAddress.Region.$ → address.stateProvince | Entity.HeadquartersAddress.Region.$ → headOffice.stateProvince`,
  },
  {
    // Beside town and postcode, “address” is the street. In a list of employees their number is the only one there is.
    file: "hellocsv-example-1.csv",
    as: "individual",
    form: "utf-8 , 1",
    columns: 7,
    mapped: `employee_id → reference? | email → email | phone_number → phone | address → address.route? | ${parts("city", "state", "zip_code")}`,
  },
  {
    // The company is an employer, and its industry not the person's.
    file: "hellocsv-example-2.csv",
    as: "individual",
    form: "utf-8 , 1",
    columns: 7,
    mapped:
      "employee_id → reference? | email → email | phone → phone | city → address.locality | state → address.stateProvince",
  },
  {
    // A title stands above the header.
    file: "hellocsv-example-3.xlsx",
    as: "individual",
    form: "utf-8 workbook 2",
    columns: 7,
    mapped: `employee_id → reference? | email → email | phone_number → phone | address → address.route? | ${parts("city", "state", "zip_code")}`,
  },
  // Municipalities are no clients: their names and codes become nothing, whatever the rows are said to be.
  ...(["individual", "company"] as const).map((as) => ({
    file: "italy-municipalities-cp1252.csv",
    as,
    form: "windows-1252 ; 1",
    columns: 26,
    mapped: "",
  })),
  {
    // The id of the parent and the address of the source are not the body's own. Its columns for dates are empty.
    file: "nz-public-bodies.csv",
    as: "company",
    form: "utf-8 , 1",
    columns: 17,
    mapped: `id → reference | name → name | description → description | url → website | jurisdiction_code → countryOfIncorporation
      | email → email | address → address.text`,
  },
  {
    file: "odoo-partners-companies.csv",
    as: "company",
    form: "utf-8 , 1",
    columns: 3,
    mapped: "External ID → reference | Name → name",
  },
  {
    // “Fabien” is one name of two, and only a person can say which. The related company's id is another client's.
    file: "odoo-partners-persons.csv",
    as: "individual",
    form: "utf-8 , 1",
    columns: 4,
    mapped: "External ID → reference",
  },
  {
    // The date of 2015 to 2017 is no birthday of people of 24 to 58. The first column counts the rows.
    file: "people-with-index-column.xlsx",
    as: "individual",
    form: "utf-8 workbook 1",
    columns: 8,
    mapped:
      "First Name → givenNames | Last Name → familyName | Gender → gender | Country → address.country | Id → reference",
  },
  {
    file: "react-spreadsheet-import-people.csv",
    as: "individual",
    form: "utf-8 , 1",
    columns: 6,
    mapped: "firstname → givenNames | lastname → familyName | email → email",
  },
  // The account's number is the reference; the id in another system beside it is not taken as well.
  ...["salesforce-accounts-ideographic-space.csv", "salesforce-accounts-insert.csv"].map((file) => ({
    file,
    as: "company" as const,
    form: "utf-8 , 1",
    columns: 7,
    mapped: "NAME → name | PHONE → phone | ACCOUNTNUMBER__C → reference | WEBSITE → website",
  })),
  {
    // Rejected deals, not clients: no name of a deal is split into a person's, and what is said of errors, owners and days is nobody's data.
    file: "salesforce-error-file.csv",
    as: "individual",
    form: "utf-8 , 1",
    columns: 32,
    mapped: "ID → reference",
  },
  {
    // That its names are those of deals, their own words say to a person alone. It does no more harm than three fields to take away.
    file: "salesforce-error-file.csv",
    as: "company",
    form: "utf-8 , 1",
    columns: 32,
    mapped: "ID → reference | NAME → name | DESCRIPTION → description",
  },
  {
    // 10/27/76 is month first, 20/8/1991 day first: how 3/1/1970 is meant is left for a person. Full names and addresses stand where the parts
    // are blank; the address may be both. Names in their own script, passports and driving licences have no field.
    file: "senzing-customers.csv",
    as: "mixed",
    form: "utf-8 , 1",
    columns: 33,
    mapped: `RECORD_ID → reference | PRIMARY_NAME_ORG → name | PRIMARY_NAME_LAST → familyName | PRIMARY_NAME_FIRST → givenNames
      | PRIMARY_NAME_MIDDLE → givenNames | GENDER → gender
      | DATE_OF_BIRTH → dateOfBirth MM/DD/YY, DD-MMM-YY, YYYY-MM-DD, MMM DD, YYYY | SSN_NUMBER → nationalId2.number?
      | NATIONAL_ID_NUMBER → nationalId.number | NATIONAL_ID_COUNTRY → nationalId.country | EMAIL_ADDRESS → email
      | ADDR_FULL → address.text | ADDR_LINE1 → address.route | ${parts("ADDR_CITY", "ADDR_STATE", "ADDR_POSTAL_CODE", "ADDR_COUNTRY")}
      | PHONE_NUMBER → phone`,
  },
  {
    // What each record is stands in a list of lists, kept as one cell: only flat columns can be mapped, and the CSV of the same system has them.
    file: "senzing-customers.jsonl",
    as: "individual",
    form: "utf-8 json -",
    columns: 7,
    mapped: "RECORD_ID → reference",
  },
  {
    // Two of 17 have a full name only. The employer is somebody else, and the date says since when somebody is watched.
    file: "senzing-watchlist.csv",
    as: "individual",
    form: "utf-8 , 1",
    columns: 25,
    mapped: `RECORD_ID → reference | PRIMARY_NAME_LAST → familyName | PRIMARY_NAME_FIRST → givenNames | PRIMARY_NAME_MIDDLE → givenNames
      | GENDER → gender | DATE_OF_BIRTH → dateOfBirth (order asked) | SSN_NUMBER → nationalId.number? | EMAIL_ADDRESS → email
      | ADDR_LINE1 → address.route | ${parts("ADDR_CITY", "ADDR_STATE", "ADDR_POSTAL_CODE", "ADDR_COUNTRY")}
      | PHONE_NUMBER → phone`,
  },
  {
    file: "splink-fake-people-1000.csv",
    as: "individual",
    form: "utf-8 , 1",
    columns: 7,
    mapped: `unique_id → reference | first_name → givenNames | surname → familyName | dob → dateOfBirth YYYY-MM-DD
      | city → address.locality | email → email`,
  },
  {
    // The reference is the property's: who pays for two would be two clients. Since when somebody is liable is not when a company began.
    file: "uk-business-ratepayers.csv",
    as: "company",
    form: "utf-8 , 1",
    columns: 7,
    mapped: "Ratepayer → name | Property Address → address.text | Billing Address → contactAddress.text",
  },
];

const root = path.join(import.meta.dirname, "..", "..", "..");
const folders = [path.join("lib", "stages", "parse", "golden", "exports"), "samples"];
const bytesOf = (file: string) => {
  const place = folders.map((folder) => path.join(root, folder, file)).find((candidate) => existsSync(candidate));
  if (!place) throw new Error(`${file} is in none of ${folders.join(", ")}.`);
  return readFileSync(place);
};

async function proposedFor(file: string, { kind, entityType }: MappedFile) {
  const { form, columns, statistics } = await tableFrom(bytesOf(file), file);
  const evidence = columns.map((name, index) => {
    const { samples = [], dates = [] } = statistics.find((column) => column.index === index) ?? {};
    return { index, name, values: samples, dates };
  });
  const way = form.format === "delimited" ? form.delimiter : form.format;
  return {
    form: `${form.encoding} ${way} ${form.headerLine ?? "-"}`,
    columns,
    proposals: proposalsOf(evidence, { kind, entityType }),
  };
}

test.each(readings)("$file as $as is mapped as a careful person would map it", async ({ file, as, ...wanted }) => {
  const mappedFile: MappedFile =
    as === "mixed" ? { kind: "mixed", entityType: "individual" } : { kind: "clients", entityType: as };
  const { form, columns, proposals } = await proposedFor(file, mappedFile);
  const byHeader = new Map(
    wanted.mapped
      .split("|")
      .map((line) => line.trim().split(" → "))
      .map(([header = "", field]) => [header, field]),
  );
  const nobody = [...byHeader.keys()].filter((header) => header !== "" && !columns.includes(header));
  expect({ form, columns: columns.length, nobody }).toEqual({ form: wanted.form, columns: wanted.columns, nobody: [] });
  expect(columns.map((header, at) => [header, inWords(proposals.columns[at])])).toEqual(
    columns.map((header) => [header, byHeader.get(header) ?? null]),
  );
});

test("only the file with both words tells people from companies, and no file speaks of numbered associates", async () => {
  const told: Record<string, unknown> = {};
  for (const { file, as } of readings) {
    const entityType = as === "mixed" ? "individual" : as;
    const { proposals, columns } = await proposedFor(file, { kind: "clients", entityType });
    expect([file, proposals.associates]).toEqual([file, []]);
    const kindBy = proposals.mixed?.kind?.kindBy;
    if (kindBy) told[file] = { ...kindBy, column: columns[kindBy.column] };
  }
  expect(told).toEqual({
    "senzing-customers.csv": { column: "RECORD_TYPE", individual: ["PERSON"], company: ["ORGANIZATION"] },
  });
});

function inWords(column: SuggestedColumn | undefined): string | null {
  const { suggestion = null, dateAmbiguous = false } = column ?? {};
  if (!suggestion) return null;
  const fields = [suggestion.field, ...(suggestion.also ?? []).map(({ field }) => field)].join(" + ");
  const likely = suggestion.confidence === "likely" ? "?" : "";
  const isDate = /date/i.test(suggestion.field);
  return `${fields}${likely}${isDate ? ` ${dateInWords(suggestion.transforms, dateAmbiguous)}` : ""}`;
}

function dateInWords(transforms: readonly Transform[], isAmbiguous: boolean): string {
  const step = transforms.find((each) => each.kind === "date");
  if (step) return [step.format, ...(step.also ?? [])].join(", ");
  return isAmbiguous ? "(order asked)" : "(format asked)";
}

import { expect, test } from "vitest";
import { cleanRow } from "../../domain/clean-row.ts";
import { dateGroupsOf } from "../../domain/date-groups.ts";
import type { EntityType } from "../../domain/entity.ts";
import { isGenderDoubtful } from "../../domain/gender.ts";
import { suggestionsOf } from "./suggest.ts";

const datesOf = (values: readonly string[]) =>
  dateGroupsOf(values.map((value, at) => ({ value, count: 1, row: at + 1 })));

function proposedFor(entityType: EntityType, valuesByHeader: Record<string, string[]>) {
  const columns = Object.entries(valuesByHeader).map(([name, values], index) => ({
    index,
    name,
    values,
    dates: datesOf(values),
  }));
  return Object.fromEntries(
    suggestionsOf(columns, entityType).map(({ suggestion, dateAmbiguous }, at) => [
      columns[at]?.name,
      dateAmbiguous ? `${suggestion?.field} (order unknown)` : (suggestion?.field ?? null),
    ]),
  );
}
const headers = (...names: string[]) => Object.fromEntries(names.map((name) => [name, [] as string[]]));

test("the headers of the sample of people are understood, and a made-up cluster number is not", () => {
  expect(
    proposedFor("individual", headers("unique_id", "first_name", "surname", "dob", "city", "email", "cluster")),
  ).toEqual({
    unique_id: "reference",
    first_name: "givenNames",
    surname: "familyName",
    dob: "dateOfBirth",
    city: "address.locality",
    email: "email",
    cluster: null,
  });
});

test("headers of Companies House are understood, also with a space in front, and no other dates or names are taken for the company's", () => {
  expect(
    proposedFor(
      "company",
      headers(
        "CompanyName",
        " CompanyNumber",
        "RegAddress.CareOf",
        "RegAddress.AddressLine1",
        " RegAddress.AddressLine2",
        "RegAddress.PostTown",
        "RegAddress.County",
        "RegAddress.Country",
        "RegAddress.PostCode",
        "CountryOfOrigin",
        "DissolutionDate",
        "IncorporationDate",
        "Accounts.NextDueDate",
        "PreviousName_1.CompanyName",
      ),
    ),
  ).toEqual({
    CompanyName: "name",
    " CompanyNumber": "number",
    "RegAddress.CareOf": null,
    "RegAddress.AddressLine1": "address.route",
    " RegAddress.AddressLine2": "address.route",
    "RegAddress.PostTown": "address.postalTown",
    "RegAddress.County": "address.county",
    "RegAddress.Country": "address.country",
    "RegAddress.PostCode": "address.postalCode",
    CountryOfOrigin: "countryOfIncorporation",
    DissolutionDate: null,
    IncorporationDate: "incorporationDate",
    "Accounts.NextDueDate": null,
    "PreviousName_1.CompanyName": "previousName.name",
  });
});

test("legacy spellings are understood", () => {
  expect(
    proposedFor(
      "individual",
      headers(
        "CUST_NO",
        "FORENAME",
        "MIDDLE_NAMES",
        "SURNAME",
        "SEX",
        "DATE_OF_BIRTH",
        "POST_CODE",
        "EMAIL_ADDR",
        "MOBILE_TEL",
        "ACCT_OPENED",
        "RELATIONSHIP_MANAGER",
      ),
    ),
  ).toEqual({
    CUST_NO: "reference",
    FORENAME: "givenNames",
    MIDDLE_NAMES: "givenNames",
    SURNAME: "familyName",
    SEX: "gender",
    DATE_OF_BIRTH: "dateOfBirth",
    POST_CODE: "address.postalCode",
    EMAIL_ADDR: "email",
    MOBILE_TEL: "phone",
    ACCT_OPENED: null,
    RELATIONSHIP_MANAGER: null,
  });
});

test("other people's and other times' data is never proposed", () => {
  const traps = [
    "alias_first_name",
    "emergency_contact_name",
    "emergency_contact_phone",
    "created_by",
    "previous_surname",
    "spouse_email",
    "next_of_kin",
    "passport_country",
    "date_created",
  ];
  expect(Object.values(proposedFor("individual", headers(...traps)))).toEqual(traps.map(() => null));
});

test("a field is proposed once, for the first column that means it", () => {
  expect(proposedFor("individual", headers("client_id", "customer_number", "email", "e-mail"))).toEqual({
    client_id: "reference",
    customer_number: null,
    email: "email",
    "e-mail": null,
  });
});

test("content speaks where the header says nothing", () => {
  const births = ["1951-02-03", "1962-03-04", "1973-04-05", "1984-05-06", "1995-06-07"];
  expect(
    proposedFor("individual", {
      x1: ["ann@a.example", "bob@b.example"],
      x2: ["GBR", "FRA", "DEU"],
      x3: births,
      x4: ["2021-01-01", "2022-01-01"],
    }),
  ).toEqual({ x1: "email", x2: "address.country", x3: "dateOfBirth", x4: null });
});

test("a date format is proposed only when the values prove it", () => {
  const formatOf = (...values: string[]) =>
    suggestionsOf([{ index: 0, name: "DOB", values, dates: datesOf(values) }], "individual").map(
      ({ suggestion, dateAmbiguous }) => [
        suggestion?.transforms.find((step) => step.kind === "date")?.format,
        dateAmbiguous,
      ],
    )[0];
  expect(formatOf("03/04/1980", "13/04/1980")).toEqual(["DD/MM/YYYY", false]);
  expect(formatOf("03/04/1980", "04/13/1980")).toEqual(["MM/DD/YYYY", false]);
  expect(formatOf("03/04/1980", "05/06/1980")).toEqual([undefined, true]);
  expect(formatOf("13/04/1980", "04/13/1980")).toEqual([undefined, true]);
  expect(formatOf("1980-04-03")).toEqual(["YYYY-MM-DD", false]);
  expect(formatOf("19800403", "19811231")).toEqual(["YYYYMMDD", false]);
  expect(formatOf("3 Apr 1980")).toEqual(["DD MMM YYYY", false]);
  expect(formatOf("00312407", "50000001")).toEqual([undefined, false]);
});

test("a country or date of incorporation is not taken for an address or nothing when its header is short", () => {
  expect(
    proposedFor(
      "company",
      headers("COUNTRY_INC", "STATE_INC", "INC_DATE", "REG_COUNTRY", "REG_ADDR_1", "REG_ADDR_2", "REG_NO"),
    ),
  ).toEqual({
    COUNTRY_INC: "countryOfIncorporation",
    STATE_INC: "stateOfIncorporation",
    INC_DATE: "incorporationDate",
    REG_COUNTRY: "address.country",
    REG_ADDR_1: "address.route",
    REG_ADDR_2: "address.route",
    REG_NO: "number",
  });
});

test.each<[string, Record<string, string>]>([
  [
    "German",
    {
      Kundennummer: "reference",
      Vorname: "givenNames",
      Nachname: "familyName",
      Geburtsdatum: "dateOfBirth",
      Staatsangehörigkeit: "nationality",
      PLZ: "address.postalCode",
      Straße: "address.route",
      Telefon: "phone",
    },
  ],
  [
    "French",
    {
      "N° client": "reference",
      Prénom: "givenNames",
      "Nom de famille": "familyName",
      "Date de naissance": "dateOfBirth",
      Nationalité: "nationality",
      "Code postal": "address.postalCode",
    },
  ],
  [
    "Spanish",
    {
      "Código cliente": "reference",
      Nombre: "givenNames",
      Apellidos: "familyName",
      "Fecha de nacimiento": "dateOfBirth",
      País: "address.country",
    },
  ],
  [
    "Italian",
    {
      "Codice cliente": "reference",
      Nome: "givenNames",
      Cognome: "familyName",
      "Data di nascita": "dateOfBirth",
      CAP: "address.postalCode",
      Sesso: "gender",
    },
  ],
  [
    "Polish",
    {
      "Nr klienta": "reference",
      Imię: "givenNames",
      Nazwisko: "familyName",
      "Data urodzenia": "dateOfBirth",
      Obywatelstwo: "nationality",
      Miasto: "address.locality",
    },
  ],
])("%s headers are understood", (_, fieldByHeader) => {
  expect(proposedFor("individual", headers(...Object.keys(fieldByHeader)))).toEqual(fieldByHeader);
});

test("LEIs and international phone numbers are known by their look", () => {
  expect(
    proposedFor("company", {
      x1: ["5493001KJTIIGC8Y1R12", "529900T8BM49AURSDO55"],
      x2: ["+44 20 7946 0958", "+33612345678"],
    }),
  ).toEqual({ x1: "lei", x2: "phone" });
});

test("H and M are a man and a woman: a value map is proposed with the reason, and M is not read as a man", () => {
  const suggested = (values: string[]) =>
    suggestionsOf([{ index: 0, name: "Sexo", values, dates: [] }], "individual")[0]?.suggestion;
  expect(suggested(["H", "M"])?.reason).toContain("M is a woman here");
  const map = suggested(["h", "m", "M."])?.transforms ?? [];
  const gender = (cell: string) =>
    cleanRow([cell], { assignments: [{ column: 0, field: "gender", transforms: map }], constants: [] }, "individual")
      .entity;
  expect([gender("h"), gender("M"), gender("Mujer")]).toMatchObject([
    { gender: "M" },
    { gender: "F" },
    { gender: "F" },
  ]);
  expect(suggested(["M", "F"])?.transforms).toEqual([{ kind: "trim" }]);
  expect(suggested(["H", "M", "F"])?.transforms).toEqual([{ kind: "trim" }]);
  expect(isGenderDoubtful(["H", "M", "F"], [{ kind: "trim" }])).toBe(true);
  expect(isGenderDoubtful(["H", "M"], map)).toBe(false);
  expect(isGenderDoubtful(["M", "F", "hombre"], [])).toBe(false);
});

test("a birth name, a former address and a national number go to the fields meant for them, and to no other", () => {
  expect(
    proposedFor(
      "individual",
      headers("Surname", "Maiden name", "National Insurance Number", "previous_address", "previous_surname"),
    ),
  ).toEqual({
    Surname: "familyName",
    "Maiden name": "altFamilyNames",
    "National Insurance Number": "nationalId.number",
    previous_address: "address2.text",
    previous_surname: null,
  });
  expect(proposedFor("company", headers("Rechtsform", "Former name", "Mitarbeiterzahl", "EIN", "SIC code"))).toEqual({
    Rechtsform: "companyType",
    "Former name": "previousName.name",
    Mitarbeiterzahl: "employees",
    EIN: "ein",
    "SIC code": "sicCode",
  });
});

test("a whole name is split where no column is a part of it, and “Name” beside given names is the family name", () => {
  const people = ["Anna Beispiel", "Bruno de Muster"];
  const splits = (valuesByHeader: Record<string, string[]>) =>
    suggestionsOf(
      Object.entries(valuesByHeader).map(([name, values], index) => ({ index, name, values, dates: [] })),
      "individual",
    ).map(({ suggestion }) => [
      suggestion?.field,
      suggestion?.confidence,
      suggestion?.also?.map(({ field }) => field) ?? [],
    ]);
  expect(splits({ "Vollständiger Name": people })).toEqual([["givenNames", "likely", ["familyName"]]]);
  expect(splits({ "Customer name": people })).toEqual([["givenNames", "likely", ["familyName"]]]);
  expect(splits({ Name: ["Beispiel", "Muster"], Vorname: ["Anna", "Bruno"] })).toEqual([
    ["familyName", "likely", []],
    ["givenNames", "sure", []],
  ]);
  const nothing = [undefined, undefined, []];
  expect(splits({ "Company name": people, "Spouse name": people })).toEqual([nothing, nothing]);
  expect(splits({ Name: ["Acme - 600 Widgets", "Acme - 5 Widgets"] })).toEqual([nothing]);
  expect(splits({ Name: ["Anna", "Bruno"] })).toEqual([nothing]);
});

test("“Address” beside a town is the street, unless its values or its words say that it is the whole", () => {
  const towns = { town: ["Leeds", "York"] };
  expect(proposedFor("individual", { address: ["1 Example Road", "2 Example Road"], ...towns })).toMatchObject({
    address: "address.route",
  });
  const whole = ["1 Example Road, Leeds LS1 1AA", "2 Example Road, York YO1 1AA"];
  expect(proposedFor("individual", { address: whole, ...towns })).toMatchObject({ address: "address.text" });
  expect(proposedFor("individual", { "full address": ["1 Example Road"], ...towns })).toMatchObject({
    "full address": "address.text",
  });
  expect(proposedFor("individual", { address: ["1 Example Road"] })).toMatchObject({ address: "address.text" });
});

test("a number whose kind another column says is that, and where the kinds differ it is nothing", () => {
  expect(proposedFor("company", { number: ["12-3456789"], number_type: ["EIN"] })).toMatchObject({ number: "ein" });
  expect(proposedFor("company", { number: ["12-3456789", "0123"], number_type: ["EIN", "DUNS"] })).toMatchObject({
    number: null,
  });
  expect(proposedFor("individual", { id_number: ["1", "2"], id_type: ["Passport"] })).toMatchObject({
    id_number: null,
  });
  expect(proposedFor("individual", { number: ["1", "2"] })).toEqual({ number: null });
});

test("an employee's number is the reference only where no other column is, and a social security number never displaces a national one", () => {
  expect(proposedFor("individual", headers("employee_id", "surname"))).toMatchObject({ employee_id: "reference" });
  expect(proposedFor("individual", headers("employee_id", "client_no"))).toEqual({
    employee_id: null,
    client_no: "reference",
  });
  expect(proposedFor("individual", headers("SSN_NUMBER", "NATIONAL_ID_NUMBER"))).toEqual({
    SSN_NUMBER: "nationalId2.number",
    NATIONAL_ID_NUMBER: "nationalId.number",
  });
});

test("an empty column is not proposed as a date: no format could be chosen for it", () => {
  expect(proposedFor("company", { name: ["Acme"], incorporated: [] })).toEqual({ name: "name", incorporated: null });
});

test("a person, a client or an account is not taken for its number, nor a type for the thing", () => {
  const things = ["Person", "Customer", "Account", "Country code type"];
  expect(Object.values(proposedFor("individual", headers(...things)))).toEqual(things.map(() => null));
});

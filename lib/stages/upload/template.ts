import type { EntityType } from "../../domain/entity.ts";
import type { Field, FieldKind } from "../../domain/field-shape.ts";
import { type TemplateKind, templateLooks } from "../../domain/template-kind.ts";

/** Three people and three companies who do not exist, by the field they fill. A field that is not named here stays blank. */
const examples: Record<EntityType, Partial<Record<string, readonly [string, string, string]>>> = {
  individual: {
    title: ["Ms", "Mr", "Dr"],
    givenNames: ["Anna Maria", "Bob", "Chiara"],
    familyName: ["Example", "Beispiel", "Esempio"],
    dateOfBirth: ["1984-03-09", "1990-12-01", "1975-07-23"],
    nationality: ["GBR", "DEU", "ITA"],
    gender: ["F", "M", "F"],
    email: ["anna@example.com", "bob@example.com", "chiara@example.com"],
    phone: ["+442079460018", "+493023125001", "+390655550123"],
    "address.country": ["GBR", "DEU", "ITA"],
    "address.streetNumber": ["1", "12a", "7"],
    "address.route": ["Example Street", "Beispielweg", "Via Esempio"],
    "address.locality": ["London", "Dresden", "Roma"],
    "address.postalCode": ["SW1A 9ZZ", "01067", "00184"],
  },
  company: {
    name: ["Example Trading Ltd", "Beispiel GmbH", "Sample Holdings Inc."],
    number: ["00123456", "HRB 99999", "7654321"],
    countryOfIncorporation: ["GBR", "DEU", "USA"],
    stateOfIncorporation: ["", "", "DE"],
    incorporationDate: ["1999-04-06", "2010-11-30", "2021-02-01"],
    email: ["office@example.com", "kontakt@example.com", "hello@example.com"],
    phone: ["+442079460019", "+493023125002", "+12025550143"],
    website: ["https://example.com", "https://example.net", "https://example.org"],
    "address.country": ["GBR", "DEU", "USA"],
    "address.streetNumber": ["2", "3", "400"],
    "address.route": ["Example Road", "Musterallee", "Sample Avenue"],
    "address.locality": ["Leeds", "Hamburg", "Wilmington"],
    "address.postalCode": ["LS1 9ZZ", "20095", "19801"],
  },
};

/** The places of the three in a company, who they are where a file only links, and papers of theirs. */
const places: Partial<Record<string, readonly [string, string, string]>> = {
  "owner.reference": ["EXAMPLE-COMPANY-1", "EXAMPLE-COMPANY-1", "EXAMPLE-COMPANY-2"],
  "associate.reference": ["EXAMPLE-1", "EXAMPLE-2", "EXAMPLE-3"],
  "link.role": ["Director", "Shareholder", "Beneficial owner"],
  "link.percentage": ["", "40", "75"],
  "document.owner": ["EXAMPLE-1", "EXAMPLE-1", "EXAMPLE-COMPANY-1"],
  "document.fileName": [
    "EXAMPLE-1/passport.jpg",
    "EXAMPLE-1/electricity-bill.pdf",
    "EXAMPLE-COMPANY-1_incorporation.pdf",
  ],
  "document.use": ["document", "document", "file"],
  "document.category": ["PROOF_OF_IDENTITY", "PROOF_OF_ADDRESS", "COMPANY_FILING"],
  "document.type": ["PASSPORT", "UTILITY_BILL", "INCORPORATION"],
  "document.side": ["FRONT", "", ""],
  "document.expiresOn": ["2031-05-20", "", ""],
  "document.title": ["", "Electricity bill", "Certificate of incorporation"],
  "link.appointedOn": ["2015-02-01", "", "2020-06-30"],
};

const exampleRows = [0, 1, 2] as const;
type Which = (typeof exampleRows)[number];

/** How each kind of field is written, as a sentence for the person who fills the template. */
const formats: Record<FieldKind, string> = {
  text: "Text, as it is written in the source.",
  names: "Names divided by blanks.",
  date: "Year-month-day, such as 1984-03-09.",
  country: "ISO 3166 code of three letters, such as GBR. Names of countries are understood too.",
  email: "E-mail address.",
  phone: "International number, such as +442079460018.",
  gender: "F or M.",
  role: "A role such as director, secretary, shareholder or beneficial owner.",
  whole_number: "Digits, such as 1200.",
  yes_no: "Yes or no.",
  ownership: "Partnership, company, sole proprietorship, association, trust or other.",
  note: "Any text. It is kept with the record.",
  document_use: "“file” for evidence, “document” for an identity paper.",
  document_category:
    "A category of Passfort, such as PROOF_OF_IDENTITY or PROOF_OF_ADDRESS; usual words are understood too.",
  document_type: "A type of Passfort, such as PASSPORT or UTILITY_BILL; usual words are understood too.",
  document_side: "FRONT, BACK or FACE.",
  percentage: "A number from 0 to 100, such as 25 or 12.5.",
};

const requiredWords = (field: Field): string => {
  if (field.required === "always") return "Yes";
  return field.required === "full_onboarding" ? "For full onboarding" : "No";
};

export type Template = {
  name: string;
  header: string[];
  rows: string[][];
  /** What each column is, for a second sheet. */
  fields: { header: string[]; rows: string[][] };
};

/** The file a person fills in for rows of this kind: one column for each field of the live catalogue, with examples to replace. */
export function templateOf(kind: TemplateKind): Template {
  const { file, fields } = templateLooks[kind];
  const { entityType } = file;
  return {
    name: kind,
    header: fields.map(({ label }) => label),
    rows: exampleRows.map((which) => fields.map((field) => exampleOf(entityType, field, which))),
    fields: {
      header: ["Column", "Required", "How it is written", "Example", "Where Passfort gets it", "Remark"],
      rows: fields.map((field) => [
        field.label,
        requiredWords(field),
        formats[field.kind],
        exampleOf(entityType, field, 0),
        field.path,
        field.hint ?? "",
      ]),
    },
  };
}

/** References say that the row is an example, so that one left in by mistake is seen. */
function exampleOf(entityType: EntityType, { key }: Field, which: Which): string {
  if (key === "reference") return `EXAMPLE-${which + 1}`;
  return (places[key] ?? examples[entityType][key])?.[which] ?? "";
}

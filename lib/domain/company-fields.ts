import { companyAddressFields } from "./address-fields.ts";
import { noteField, referenceField } from "./common-fields.ts";
import type { Field, FieldKind } from "./field-shape.ts";

const more = (key: string, label: string, wire: string, kind: FieldKind = "text", hint?: string): Field => ({
  key,
  label,
  kind,
  path: `metadata.${wire}`,
  group: "More of a company",
  ...(hint ? { hint } : {}),
});

const previousName = (number: number): Field[] => {
  const key = number === 1 ? "previousName" : `previousName${number}`;
  const which = number === 1 ? "Previous name" : `Previous name ${number}`;
  const wire = `previous_names[${number - 1}]`;
  return [
    more(`${key}.name`, which, `${wire}.name`),
    more(`${key}.start`, `${which}: since`, `${wire}.start`, "date"),
    more(`${key}.end`, `${which}: until`, `${wire}.end`, "date"),
  ];
};

const moreOfCompany: readonly Field[] = [
  more("euVatNumber", "EU VAT number", "tax_ids[1]", "text", "Sent as EUROVAT."),
  more("ein", "Employer identification number (EIN)", "tax_ids[2]", "text", "A company's tax number in the USA."),
  ...[1, 2].flatMap(previousName),
  more("jurisdiction", "Legal jurisdiction", "jurisdiction"),
  more("registry", "Registry", "registry", "text", "The name of the register that lists the company."),
  more("companyType", "Company type", "company_type"),
  more("companyTypeDescription", "Company type in words", "company_type_description"),
  more("ownershipType", "Ownership type", "structured_company_type.ownership_type", "ownership"),
  more("isPublic", "Is a public company", "structured_company_type.is_public", "yes_no"),
  more("isLimited", "Has limited liability", "structured_company_type.is_limited", "yes_no"),
  more("isActive", "Is active", "is_active", "yes_no"),
  more("description", "Description of the business", "description"),
  more("employees", "Number of employees", "number_of_employees", "whole_number"),
  more("sicCode", "Industry code (SIC)", "sic_codes[0].code"),
  more("sicDescription", "Industry in words", "sic_codes[0].description"),
  more("areaOfActivity", "Area of activity", "areas_of_activity[0].location"),
  more("bvdId", "BvD id", "bvd_id"),
  more("bvd9", "BvD 9", "bvd9"),
  more("isin", "ISIN", "isin"),
  more("ukCharityNumber", "UK charity number", "uk_charity_commission_number"),
];

/** What a column of companies may become (API contract §3.4). */
export const companyFields: readonly Field[] = [
  referenceField,
  { key: "name", label: "Company name", kind: "text", path: "metadata.name", group: "Identity", required: "always" },
  {
    key: "number",
    label: "Registration number",
    kind: "text",
    path: "metadata.number",
    group: "Identity",
    required: "always",
  },
  {
    key: "countryOfIncorporation",
    label: "Country of incorporation",
    kind: "country",
    path: "metadata.country_of_incorporation",
    group: "Identity",
    required: "always",
  },
  {
    key: "stateOfIncorporation",
    label: "State of incorporation",
    kind: "text",
    path: "metadata.state_of_incorporation",
    group: "Identity",
    hint: "Required for companies of the USA and Canada.",
  },
  {
    key: "incorporationDate",
    label: "Incorporation date",
    kind: "date",
    path: "metadata.incorporation_date",
    group: "Identity",
  },
  { key: "lei", label: "LEI", kind: "text", path: "metadata.lei", group: "Identity" },
  { key: "vatNumber", label: "VAT number", kind: "text", path: "metadata.tax_ids[0]", group: "Identity" },
  ...moreOfCompany,
  { key: "email", label: "E-mail", kind: "email", path: "metadata.contact_details.email", group: "Contact" },
  {
    key: "phone",
    label: "Phone number",
    kind: "phone",
    path: "metadata.contact_details.phone_number",
    group: "Contact",
  },
  { key: "website", label: "Website", kind: "text", path: "metadata.contact_details.url", group: "Contact" },
  ...companyAddressFields,
  noteField,
];

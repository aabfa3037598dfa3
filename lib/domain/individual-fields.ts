import { personAddressFields } from "./address-fields.ts";
import { noteField, referenceField } from "./common-fields.ts";
import type { Field } from "./field-shape.ts";

/** Passfort keys the numbers by the country that gave them (API contract §3.3). */
const nationalId = (number: number): Field[] => {
  const key = number === 1 ? "nationalId" : `nationalId${number}`;
  const which = number === 1 ? "National identity number" : `National identity number ${number}`;
  return [
    {
      key: `${key}.number`,
      label: which,
      kind: "text",
      path: `personal_details.national_identity_number[${number - 1}]`,
      group: "Identity",
      hint: "Needs the country that gave it, from a column or the same for every row.",
    },
    {
      key: `${key}.country`,
      label: `${which}: country`,
      kind: "country",
      path: `personal_details.national_identity_number[${number - 1}].country`,
      group: "Identity",
    },
  ];
};

/** What a column of people may become (API contract §3.3). */
export const individualFields: readonly Field[] = [
  referenceField,
  { key: "title", label: "Title", kind: "text", path: "personal_details.name.title", group: "Identity" },
  {
    key: "givenNames",
    label: "Given names",
    kind: "names",
    path: "personal_details.name.given_names",
    group: "Identity",
    required: "always",
    hint: "First name, then middle names.",
  },
  {
    key: "familyName",
    label: "Family name",
    kind: "text",
    path: "personal_details.name.family_name",
    group: "Identity",
    required: "always",
  },
  {
    key: "dateOfBirth",
    label: "Date of birth",
    kind: "date",
    path: "personal_details.dob",
    group: "Identity",
    required: "always",
  },
  {
    key: "nationality",
    label: "Nationality",
    kind: "country",
    path: "personal_details.nationality",
    group: "Identity",
  },
  { key: "gender", label: "Gender", kind: "gender", path: "personal_details.gender", group: "Identity" },
  { key: "email", label: "E-mail", kind: "email", path: "contact_details.email", group: "Contact" },
  { key: "phone", label: "Phone number", kind: "phone", path: "contact_details.phone_number", group: "Contact" },
  {
    key: "altFamilyNames",
    label: "Other family names",
    kind: "names",
    path: "personal_details.name.alt_family_names",
    group: "Identity",
    hint: "Birth name, former names. Several columns are kept as a list.",
  },
  ...[1, 2].flatMap(nationalId),
  ...personAddressFields,
  noteField,
];

import type { EntityType } from "./entity.ts";

/** How a field's text becomes a value: it decides which transforms are offered and how the value is checked. */
export type FieldKind = "text" | "names" | "date" | "country" | "email" | "phone" | "gender" | "role" | "percentage";

export const fieldGroups = ["Identity", "Contact", "Address", "Place in the company"] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** Something Passfort-bound that a column can become. `path` is where Passfort gets it (API contract §3.3, §3.4). */
export type Field = {
  readonly key: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly path: string;
  readonly group: FieldGroup;
  /** Required in every track; `full_onboarding`: required only where identity checks run (guide, minimum data). */
  readonly required?: "always" | "full_onboarding";
  readonly hint?: string;
};

const address = (prefix: string): Field[] => [
  {
    key: "address.country",
    label: "Address country",
    kind: "country",
    path: `${prefix}.country`,
    group: "Address",
    required: "always",
  },
  {
    key: "address.text",
    label: "Address in one line",
    kind: "text",
    path: `${prefix}.text`,
    group: "Address",
    hint: "Only when the source has no separate parts.",
  },
  { key: "address.premise", label: "Building or premise", kind: "text", path: `${prefix}.premise`, group: "Address" },
  {
    key: "address.streetNumber",
    label: "Street number",
    kind: "text",
    path: `${prefix}.street_number`,
    group: "Address",
  },
  {
    key: "address.route",
    label: "Street",
    kind: "text",
    path: `${prefix}.route`,
    group: "Address",
    required: "full_onboarding",
  },
  {
    key: "address.locality",
    label: "Town or city",
    kind: "text",
    path: `${prefix}.locality`,
    group: "Address",
    required: "full_onboarding",
  },
  { key: "address.postalTown", label: "Postal town", kind: "text", path: `${prefix}.postal_town`, group: "Address" },
  { key: "address.county", label: "County", kind: "text", path: `${prefix}.county`, group: "Address" },
  {
    key: "address.stateProvince",
    label: "State or province",
    kind: "text",
    path: `${prefix}.state_province`,
    group: "Address",
  },
  {
    key: "address.postalCode",
    label: "Postcode",
    kind: "text",
    path: `${prefix}.postal_code`,
    group: "Address",
    required: "full_onboarding",
  },
];

const reference: Field = {
  key: "reference",
  label: "Client reference",
  kind: "text",
  path: "customer_ref",
  group: "Identity",
  required: "always",
  hint: "The client's unique id in the old system.",
};

/** The target catalogue: every field a column may become, by entity type. */
export const fieldsByEntityType: Record<EntityType, readonly Field[]> = {
  individual: [
    reference,
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
    ...address("address_history[0].address"),
  ],
  company: [
    reference,
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
    { key: "email", label: "E-mail", kind: "email", path: "metadata.contact_details.email", group: "Contact" },
    {
      key: "phone",
      label: "Phone number",
      kind: "phone",
      path: "metadata.contact_details.phone_number",
      group: "Contact",
    },
    { key: "website", label: "Website", kind: "text", path: "metadata.contact_details.url", group: "Contact" },
    ...address("metadata.addresses[0].address").map(({ required: _, ...field }) => field),
  ],
};

export function fieldOf(entityType: EntityType, key: string): Field | undefined {
  return fieldsByEntityType[entityType].find((field) => field.key === key);
}

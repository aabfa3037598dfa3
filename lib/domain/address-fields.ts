import type { Field, FieldGroup, FieldKind } from "./field-shape.ts";

/** The parts of one address. `key` is where it stands in an entity, `path` where Passfort gets it (API contract §3.5). */
type Place = { key: string; path: string; group: FieldGroup; name: string };

const parts: readonly { part: string; wire: string; label: string; kind?: FieldKind; hint?: string }[] = [
  { part: "country", wire: "country", label: "Address country", kind: "country" },
  {
    part: "text",
    wire: "text",
    label: "Address in one line",
    hint: "Only when the source has no separate parts.",
  },
  { part: "subpremise", wire: "subpremise", label: "Flat or unit" },
  { part: "premise", wire: "premise", label: "Building or premise" },
  { part: "streetNumber", wire: "street_number", label: "Street number" },
  { part: "route", wire: "route", label: "Street" },
  { part: "locality", wire: "locality", label: "Town or city" },
  { part: "postalTown", wire: "postal_town", label: "Postal town" },
  { part: "county", wire: "county", label: "County" },
  { part: "stateProvince", wire: "state_province", label: "State or province" },
  { part: "postalCode", wire: "postal_code", label: "Postcode" },
];

/** Where identity checks run the whole address is needed; elsewhere the country is enough (guide, minimum data). */
const requiredOfPerson: Partial<Record<string, Field["required"]>> = {
  country: "always",
  route: "full_onboarding",
  locality: "full_onboarding",
  postalCode: "full_onboarding",
};

const fieldsOf = ({ key, path, group, name }: Place): Field[] =>
  parts.map(
    ({ part, wire, label, kind = "text", hint }): Field => ({
      key: `${key}.${part}`,
      label: name === "" ? label : `${name}: ${label.replace(/^Address /, "").toLowerCase()}`,
      kind,
      path: `${path}.address.${wire}`,
      group,
      ...(hint ? { hint } : {}),
    }),
  );

/** From when to when a person lived there; Passfort keeps the month (API contract §3.3). */
const datesOf = ({ key, path, group, name }: Place): Field[] => [
  {
    key: `${key}.startDate`,
    label: name === "" ? "Address since" : `${name}: lived there since`,
    kind: "date",
    path: `${path}.start_date`,
    group,
    hint: "Passfort keeps the month. An address without dates is the present one.",
  },
  {
    key: `${key}.endDate`,
    label: name === "" ? "Address until" : `${name}: lived there until`,
    kind: "date",
    path: `${path}.end_date`,
    group,
    hint: "Needs the date since when as well.",
  },
];

const present: Place = { key: "address", path: "address_history[0]", group: "Address", name: "" };
const earlier: readonly Place[] = [2, 3].map((number) => ({
  key: `address${number}`,
  path: `address_history[${number - 1}]`,
  group: "More addresses",
  name: `Address ${number}`,
}));

/** A person's present address and two more, each with its dates. */
export const personAddressFields: readonly Field[] = [
  ...fieldsOf(present).map((field) => {
    const required = requiredOfPerson[field.key.slice("address.".length)];
    return required ? { ...field, required } : field;
  }),
  ...datesOf(present),
  ...earlier.flatMap((place) => [...fieldsOf(place), ...datesOf(place)]),
];

/** A company's addresses by what they are for; the first is the registered one. */
export const companyAddressFields: readonly Field[] = [
  ...fieldsOf({ key: "address", path: "metadata.addresses[0]", group: "Address", name: "" }),
  ...fieldsOf({ key: "headOffice", path: "metadata.addresses[1]", group: "More addresses", name: "Head office" }),
  ...fieldsOf({
    key: "contactAddress",
    path: "metadata.addresses[2]",
    group: "More addresses",
    name: "Contact address",
  }),
  ...fieldsOf({ key: "branch", path: "metadata.addresses[3]", group: "More addresses", name: "Branch" }),
];

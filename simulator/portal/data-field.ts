import type { CollectedData } from "../validate/collected-data.ts";

/** A part of the collected data that the short form asks for. `list` values are separated by commas. */
export type DataField = {
  path: readonly [string, ...string[]];
  label: string;
  kind?: "list" | "gender";
  hint?: string;
};

/** What a person edits most; everything else is in the JSON. */
export const FIELDS: Record<CollectedData["entity_type"], readonly DataField[]> = {
  INDIVIDUAL: [
    { path: ["customer_ref"], label: "Reference" },
    { path: ["personal_details", "name", "title"], label: "Title" },
    {
      path: ["personal_details", "name", "given_names"],
      label: "Given names",
      kind: "list",
      hint: "with commas",
    },
    { path: ["personal_details", "name", "family_name"], label: "Family name" },
    { path: ["personal_details", "dob"], label: "Date of birth", hint: "YYYY-MM-DD" },
    { path: ["personal_details", "nationality"], label: "Nationality", hint: "three letters" },
    { path: ["personal_details", "gender"], label: "Gender", kind: "gender" },
    { path: ["contact_details", "email"], label: "Email" },
    { path: ["contact_details", "phone_number"], label: "Phone number" },
  ],
  COMPANY: [
    { path: ["customer_ref"], label: "Reference" },
    { path: ["metadata", "name"], label: "Name" },
    { path: ["metadata", "number"], label: "Number" },
    { path: ["metadata", "country_of_incorporation"], label: "Country of incorporation", hint: "three letters" },
    { path: ["metadata", "state_of_incorporation"], label: "State of incorporation" },
    { path: ["metadata", "incorporation_date"], label: "Incorporation date", hint: "YYYY-MM-DD" },
    { path: ["metadata", "company_type"], label: "Company type" },
    { path: ["metadata", "contact_details", "email"], label: "Email" },
    { path: ["metadata", "contact_details", "phone_number"], label: "Phone number" },
    { path: ["metadata", "contact_details", "url"], label: "Website" },
  ],
};

/** The name of the field in a form. */
export function nameOfField({ path }: DataField): string {
  return path.join(".");
}

/** What stands there now, as text; empty when there is nothing. */
export function textOfField(data: CollectedData, { path }: DataField): string {
  const value = path.reduce<unknown>((place, key) => (isObject(place) ? place[key] : undefined), data);
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : "";
}

/** A copy of the data with what a form says. A field left empty takes its part away; what is not asked for stays. */
export function withFields(data: CollectedData, textOf: (name: string) => string | undefined): Record<string, unknown> {
  const copy: Record<string, unknown> = structuredClone(data);
  for (const field of FIELDS[data.entity_type]) {
    const text = textOf(nameOfField(field));
    if (text === undefined || isAsShown(text, textOfField(data, field))) continue;
    set(copy, field, text.trim());
  }
  // Companies may carry their reference under both keys (API contract §11, 1); they must go on saying the same.
  if ("customer_reference" in copy && data.customer_reference === data.customer_ref)
    copy.customer_reference = copy.customer_ref ?? "";
  return copy;
}

/** A browser takes line breaks out of a field, and spaces at the ends are nobody's wish; neither is a change. */
function isAsShown(text: string, shown: string): boolean {
  return text.trim() === shown.replaceAll(/[\r\n]/g, "").trim();
}

function set(data: Record<string, unknown>, { path, kind }: DataField, text: string): void {
  const [last = "", ...above] = path.toReversed();
  let place = data;
  for (const key of above.toReversed()) {
    const inner = place[key];
    const next = isObject(inner) ? inner : {};
    place[key] = next;
    place = next;
  }
  if (text === "") delete place[last];
  else
    place[last] =
      kind === "list"
        ? text
            .split(",")
            .map((part) => part.trim())
            .filter(Boolean)
        : text;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

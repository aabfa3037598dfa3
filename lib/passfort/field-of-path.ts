import { fieldsByEntityType } from "../domain/field.ts";

const keyByPath = new Map(
  Object.values(fieldsByEntityType)
    .flat()
    .map((field) => [field.path, field.key]),
);
// What the catalogue has no path of its own for: wire places that one of our fields feeds.
keyByPath.set("customer_reference", "reference");
for (const [place, key] of ["vatNumber", "euVatNumber", "ein"].entries())
  keyByPath.set(`metadata.tax_ids[${place}].value`, key);

/**
 * Our field for a place in a request as Passfort names it (`collected_data.personal_details.dob`), or the place itself
 * when it is none of our fields; undefined when it does not look like a place at all.
 */
export function fieldOfPath(place: string): string | undefined {
  const path = place
    .trim()
    .replace(/^\/|^\$\.?/g, "")
    .replaceAll("/", ".")
    .replace(/\.(\d+)(?=\.|$)/g, "[$1]")
    .replace(/^collected_data\./, "");
  if (!/^[a-z_]+(\[\d+\])?(\.[A-Za-z_]+(\[\d+\])?)*$/.test(path)) return undefined;
  // A place inside a list of texts (given_names[1]) belongs to the list's field.
  return keyByPath.get(path) ?? keyByPath.get(path.replace(/\[\d+\]$/, "")) ?? path;
}

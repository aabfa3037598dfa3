import type { EntityType } from "./entity.ts";
import type { Discriminator } from "./mapping.ts";
import { valueKey } from "./value-key.ts";

/** What is a person in a row, what a company, as one of its columns says; undefined for neither. */
export function kindTeller({
  column,
  individual,
  company,
}: Discriminator): (cells: readonly string[]) => EntityType | undefined {
  const kindByKey = new Map<string, EntityType>([
    ...individual.map((value) => [valueKey(value), "individual"] as const),
    ...company.map((value) => [valueKey(value), "company"] as const),
  ]);
  return (cells) => kindByKey.get(valueKey(cells[column] ?? ""));
}

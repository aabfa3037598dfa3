import type { EntityType } from "./entity.ts";
import type { Discriminator } from "./mapping.ts";
import { valueKey } from "./value-key.ts";

/** What a person said that a value means; undefined when it means neither. */
export function assignedKind({ individual, company }: Discriminator, value: string): EntityType | undefined {
  const key = valueKey(value);
  if (individual.some((each) => valueKey(each) === key)) return "individual";
  return company.some((each) => valueKey(each) === key) ? "company" : undefined;
}

/** The same rule with this value meaning that kind, or neither. */
export function withAssignedKind(kindBy: Discriminator, value: string, kind: EntityType | undefined): Discriminator {
  const key = valueKey(value);
  const without = (values: readonly string[]) => values.filter((each) => valueKey(each) !== key);
  const kept = { ...kindBy, individual: without(kindBy.individual), company: without(kindBy.company) };
  return kind === undefined ? kept : { ...kept, [kind]: [...kept[kind], value] };
}

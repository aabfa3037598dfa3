import { type Field, fieldGroups } from "#lib/domain/field.ts";
import { targetKey } from "#lib/domain/targets.ts";
import type { Catalogue } from "./catalogue.ts";

/** The value of the choice "ignore on purpose" in the list of fields. */
export const ignoreChoice = "(ignore)";

type Choice = { value: string; label: string; disabled?: boolean };
type Group = { group: string; items: Choice[] };

const requiredWords: Record<NonNullable<Field["required"]>, string> = {
  always: " · required",
  full_onboarding: " · for full onboarding",
};

/**
 * The fields by group for a select; one that is taken elsewhere says by what and cannot be chosen. `home`: the associate that the column
 * is about; its fields come first.
 */
export function fieldChoices(
  catalogue: Catalogue,
  taken: ReadonlyMap<string, string>,
  own: string | null,
  home?: number,
): Group[] {
  const ofRow = fieldGroups.map((group) => ({
    group,
    items: catalogue.own
      .filter((field) => field.group === group)
      .map((field) => choiceOf(field, field.key, field.label, { taken, own })),
  }));
  const ofAssociates = catalogue.associates.map(({ of, label, fields }) => ({
    of,
    group: label,
    items: fields.map((field) => choiceOf(field, targetKey(of, field.key), `${label}: ${field.label}`, { taken, own })),
  }));
  const first = ofAssociates.filter(({ of }) => of === home);
  const others = ofAssociates.filter(({ of }) => of !== home);
  return [...first, ...ofRow, ...others]
    .filter(({ items }) => items.length > 0)
    .map(({ group, items }) => ({ group, items }));
}

function choiceOf(
  field: Field,
  value: string,
  label: string,
  { taken, own }: { taken: ReadonlyMap<string, string>; own: string | null },
): Choice {
  const by = value === own ? undefined : taken.get(value);
  return {
    value,
    label: by ? `${label} · taken by ${by}` : `${label}${field.required ? requiredWords[field.required] : ""}`,
    disabled: by !== undefined,
  };
}

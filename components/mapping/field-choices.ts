import { type Field, fieldGroups } from "#lib/domain/field-shape.ts";
import { targetKey } from "#lib/domain/targets.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Taker } from "./mapping-draft.ts";

/** The value of the choice "ignore on purpose" in the list of fields. */
export const ignoreChoice = "(ignore)";

/** The value of the choice that feeds both names of a person. */
export const fullNameChoice = "(full name)";

/** May a field that another column feeds be chosen all the same, to be shared by a rule? */
type IfTaken = "may_share" | "stays";

type Choice = { value: string; label: string; disabled?: boolean };
type Group = { group: string; items: Choice[] };

const requiredWords: Record<NonNullable<Field["required"]>, string> = {
  always: " · required",
  full_onboarding: " · for full onboarding",
};

/**
 * The fields by group for a select; one that is taken elsewhere says by what, and can be chosen only where it can be shared. `home`: the associate that the column
 * is about; its fields come first.
 */
export function fieldChoices(
  catalogue: Catalogue,
  taken: ReadonlyMap<string, Taker>,
  own: string | null,
  { ifTaken, home }: { ifTaken: IfTaken; home?: number },
): Group[] {
  const known = { taken, own, ifTaken };
  const ofRow = fieldGroups.map((group) => ({
    group,
    items: catalogue.own
      .filter((field) => field.group === group)
      .map((field) => choiceOf(field, field.key, field.label, known)),
  }));
  const ofAssociates = catalogue.associates.map(({ of, label, fields }) => ({
    of,
    group: label,
    items: fields.map((field) => choiceOf(field, targetKey(of, field.key), `${label}: ${field.label}`, known)),
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
  { taken, own, ifTaken }: { taken: ReadonlyMap<string, Taker>; own: string | null; ifTaken: IfTaken },
): Choice {
  const taker = value === own ? undefined : taken.get(value);
  if (!taker) return { value, label: `${label}${field.required ? requiredWords[field.required] : ""}` };
  const isOpen = taker.mayJoin && ifTaken === "may_share";
  return { value, label: `${label} · ${isOpen ? "also from" : "taken by"} ${taker.by}`, disabled: !isOpen };
}

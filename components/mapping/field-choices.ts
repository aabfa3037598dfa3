import type { EntityType } from "#lib/domain/entity.ts";
import { type Field, fieldsByEntityType } from "#lib/domain/field.ts";

/** The value of the choice "ignore on purpose" in the list of fields. */
export const ignoreChoice = "(ignore)";

type Choice = { value: string; label: string; disabled?: boolean };

const requiredWords: Record<NonNullable<Field["required"]>, string> = {
  always: " · required",
  full_onboarding: " · for full onboarding",
};

/** The fields by group for a select; one that is taken elsewhere says by what and cannot be chosen. */
export function fieldChoices(
  entityType: EntityType,
  taken: ReadonlyMap<string, string>,
  own: string | null,
): { group: string; items: Choice[] }[] {
  return (["Identity", "Contact", "Address"] as const).map((group) => ({
    group,
    items: fieldsByEntityType[entityType]
      .filter((field) => field.group === group)
      .map((field) => {
        const by = field.key === own ? undefined : taken.get(field.key);
        return {
          value: field.key,
          label: by
            ? `${field.label} · taken by ${by}`
            : `${field.label}${field.required ? requiredWords[field.required] : ""}`,
          disabled: by !== undefined,
        };
      }),
  }));
}

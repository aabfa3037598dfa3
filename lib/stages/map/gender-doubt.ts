import { isGenderDoubtful } from "../../domain/gender.ts";
import type { MappingBody } from "../../domain/mapping.ts";

/** A column of genders in letters that mean something else in another language, and no value map that says what M is; a sentence, or undefined. */
export function genderDoubt(
  { assignments }: Pick<MappingBody, "assignments">,
  statistics: readonly { index: number; samples: readonly string[] }[],
  columns: readonly string[],
): string | undefined {
  const doubtful = assignments.find(
    ({ column, field, transforms }) =>
      field === "gender" &&
      isGenderDoubtful(statistics.find(({ index }) => index === column)?.samples ?? [], transforms),
  );
  return doubtful
    ? `Column “${columns[doubtful.column]}” has H and M. H is a man in Spanish and French, and then M may be a woman: say in a value map what M becomes.`
    : undefined;
}

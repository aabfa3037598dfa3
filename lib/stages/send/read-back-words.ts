import type { EntityType } from "../../domain/entity.ts";
import { fieldOf } from "../../domain/field.ts";
import type { FieldDifference } from "../../domain/field-difference.ts";
import { someInWords } from "../../domain/list-words.ts";

/** What was found beside the data: `sentProduct` is missing, so many other applications, so many places without their associate. */
export type Found = {
  entityType: EntityType;
  differences: readonly FieldDifference[];
  lacksApplication: boolean;
  otherApplications: number;
  missingPlaces: number;
};

/** What is different, in words: fields by their names, never a value. Null: all is as it was sent. */
export function readBackGap(found: Found): { code: string; message: string } | null {
  const said = [
    ...differencesInWords(found.entityType, found.differences),
    found.lacksApplication ? "It has no application for the product of the plan any more." : null,
    found.otherApplications > 0
      ? `It has ${found.otherApplications === 1 ? "another application" : `${found.otherApplications} other applications`} beside the one of the plan.`
      : null,
    found.missingPlaces > 0
      ? `${found.missingPlaces === 1 ? "One place" : `${found.missingPlaces} places`} of its associates no longer ${found.missingPlaces === 1 ? "stands" : "stand"} in its lists.`
      : null,
  ].filter((sentence) => sentence !== null);
  if (said.length === 0) return null;
  return { code: "differs", message: [...said, readBackAdvice].join(" ") };
}

/** What to do about a difference; not worth keeping once somebody did. */
export const readBackAdvice =
  "Somebody may have changed it since. Look at the client in Passfort; sending the gaps again reads it once more and changes nothing there.";

/** Of a profile that existed before: nothing of it is ours, so nothing of it is missing. Null: it holds what we know. */
export function takenOverRemark(entityType: EntityType, differences: readonly FieldDifference[]): string | undefined {
  if (differences.length === 0) return undefined;
  const names = namesOf(entityType, differences);
  return `The existing profile keeps its own data. It is not what the book says in ${names.length === 1 ? "one field" : `${names.length} fields`}: ${someInWords(names, namesMax)}.`;
}

/** More names than anybody reads. */
const namesMax = 12;

function differencesInWords(entityType: EntityType, differences: readonly FieldDifference[]): string[] {
  const sentences = {
    missing: "Passfort does not hold what was sent as",
    other: "Passfort holds something else than was sent as",
  };
  return (["missing", "other"] as const).flatMap((what) => {
    const names = namesOf(
      entityType,
      differences.filter((each) => each.what === what),
    );
    return names.length === 0 ? [] : [`${sentences[what]} ${someInWords(names, namesMax)}.`];
  });
}

const namesOf = (entityType: EntityType, differences: readonly FieldDifference[]): string[] => [
  ...new Set(differences.map(({ field }) => nameOf(entityType, field))),
];

/** The name of a field as the mapping shows it; of a number that a country gave, without the country. */
function nameOf(entityType: EntityType, field: string): string {
  const key = field.startsWith("personal_details.national_identity_number.") ? "nationalId.number" : field;
  return wholes[key] ?? fieldOf(entityType, key)?.label ?? key;
}

/** Places that are no field of their own. */
const wholes: Record<string, string> = {
  entity_type: "Individual or company",
  "address_history[0].address": "Address",
  "address_history[1].address": "Address 2",
  "address_history[2].address": "Address 3",
  "metadata.addresses[0].address": "Address",
  "metadata.addresses[1].address": "Head office",
  "metadata.addresses[2].address": "Contact address",
  "metadata.addresses[3].address": "Branch",
};

import type { EntityType } from "../../domain/entity.ts";
import { headerKey } from "./header-words.ts";

/**
 * Headers that mean a field only where no other column is named for it: the number of an employee is a client's reference in a list of
 * employees, beside a client number it is not. The first of the fields that is still free.
 */
const choices: readonly { fields: readonly string[]; headers: readonly string[] }[] = [
  {
    fields: ["reference"],
    headers: [
      "employee id",
      "employee no",
      "employee number",
      "staff id",
      "staff no",
      "staff number",
      "personnel number",
      "personalnummer",
      "mitarbeiternummer",
      "matricule",
      "matricola",
      "numero de empleado",
      "numer pracownika",
      "user id",
      "contact id",
    ],
  },
  {
    fields: ["nationalId.number", "nationalId2.number"],
    headers: ["ssn number", "ssn no", "ssn tin", "social security no", "nin", "national id no", "tax payer id"],
  },
];

const fieldsByKey = new Map(
  choices.flatMap(({ fields, headers }) => headers.map((header) => [headerKey(header), fields] as const)),
);
const none: readonly string[] = [];

/** The fields that a header may mean, the best first; none for most headers. */
export function secondChoices(header: string, entityType: EntityType): readonly string[] {
  // Companies are not employed, and have no numbers of people.
  if (entityType === "company") return none;
  return fieldsByKey.get(headerKey(header)) ?? none;
}

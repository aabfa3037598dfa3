import { type ColumnName, columnInWords, columnNameSchema, placesOf } from "../../domain/column-name.ts";
import { listInWords } from "../../domain/list-words.ts";
import type { MappingBody } from "../../domain/mapping.ts";
import { fieldInWords } from "../../domain/mapping-words.ts";
import { bodyAt, type NotTaken } from "../../domain/placed-mapping.ts";
import { isJsonObject, type PortableMapping } from "../../domain/portable-mapping.ts";
import type { Renaming } from "./renamings.ts";

/**
 * An earlier mapping as it is taken over for a file. Columns that it does not know stay open. A date whose format does not fit any more loses
 * it: a person chooses again, because a date read in the wrong order is another birthday.
 * @param renamed the renamings that a person agreed to
 */
export function usedEarlier(
  portable: PortableMapping,
  headers: readonly string[],
  renamed: readonly Pick<Renaming, "key" | "column">[],
  datesToChoose: readonly number[],
): { body: MappingBody; notTaken: string[] } {
  const places = placesOf(headers);
  for (const { key, column } of renamed) places.set(key, column);
  const { body, notTaken } = bodyAt(portable, places);
  const assignments = body.assignments.map((assignment) =>
    datesToChoose.includes(assignment.column)
      ? { ...assignment, transforms: assignment.transforms.filter(({ kind }) => kind !== "date") }
      : assignment,
  );
  return { body: { ...body, assignments }, notTaken: notTaken.flatMap((part) => sentenceOf(part, portable)) };
}

const memberWords: Record<string, string> = {
  rules: "The rule for joining columns",
  kindBy: "Telling people from companies",
  associates: "An associate of each row, which a column tells to be a person or a company,",
};

function sentenceOf({ member, part, missing }: NotTaken, { entityType }: PortableMapping): string[] {
  const lacking =
    missing.length === 0 ? "" : `the file has no ${listInWords([...new Set(missing.map(columnInWords))], "or")}`;
  if (member !== "assignments") {
    const field =
      isJsonObject(part) && typeof part.field === "string" ? ` into ${fieldInWords(part.field, entityType)}` : "";
    return [`${memberWords[member] ?? `“${member}”`}${field} was not taken as it was${lacking && `: ${lacking}`}.`];
  }
  // A column that was ignored and is gone takes nothing with it.
  if (!isJsonObject(part) || typeof part.field !== "string") return [];
  const own = columnNameSchema.safeParse(part.column);
  const target = fieldInWords(part.field, entityType);
  if (!own.success || isAmong(own.data, missing)) return [`${target} has no source now: ${lacking}.`];
  return [
    `${columnInWords(own.data)} was not taken for ${target}: one of its steps looks at another column, and ${lacking}.`,
  ];
}

const isAmong = (name: ColumnName, names: readonly ColumnName[]): boolean =>
  names.some((each) => columnInWords(each) === columnInWords(name));

import { type ColumnName, columnInWords, columnKeyOf, columnNamesOf, placesOf } from "../../domain/column-name.ts";
import type { Assignment } from "../../domain/mapping.ts";
import { readableOf, targetInWords } from "../../domain/mapping-words.ts";
import type { PortableMapping } from "../../domain/portable-mapping.ts";
import type { DriftFile, PlacedAnswer } from "./drift-file.ts";
import { movedOf } from "./moved.ts";
import { type Renaming, renamingsOf } from "./renamings.ts";
import { valueFindingsOf } from "./value-findings.ts";

export type Drift = {
  /** Columns that have the same header in both. */
  same: number;
  /** Sentences, each about one column; a column in front of all others moves none of them. */
  moved: string[];
  added: string[];
  missing: string[];
  /** What a missing column is probably called now; a person says whether it is so. Not in `added` and `missing`. */
  renamed: Renaming[];
  findings: string[];
  /** Places of date columns whose values are no longer written as they were. */
  datesToChoose: number[];
};

/** What became of the columns of an earlier mapping in this file. */
export function driftOf(portable: PortableMapping, file: DriftFile): Drift {
  const headers = file.columns.map(({ name }) => name);
  const places = placesOf(headers);
  const before = columnNamesOf(portable.columns);
  const now = columnNamesOf(headers);
  const known = new Set(before.map(columnKeyOf));
  const missing = before.filter((name) => !places.has(columnKeyOf(name)));
  const added = now.filter((name) => !known.has(columnKeyOf(name)));
  const readable = readableOf(portable);
  const placesBefore = placesOf(portable.columns);
  const answersByPlace = Map.groupBy(readable.body.assignments, ({ column }) => column);
  const answersOf = (name: ColumnName): Assignment[] =>
    answersByPlace.get(placesBefore.get(columnKeyOf(name)) ?? -1) ?? [];
  const becameOf = (name: ColumnName): string => {
    const targets = answersOf(name).filter(({ field }) => field !== null);
    if (targets.length === 0) return "was ignored";
    return `became ${targets.map((target) => targetInWords(target, readable)).join(" and ")}`;
  };
  const renamed = renamingsOf({ missing, added, answersOf, portable, file });
  const placeOf = (name: ColumnName): number | undefined =>
    places.get(columnKeyOf(name)) ?? renamed.find(({ key }) => key === columnKeyOf(name))?.column;
  const answers = before.flatMap((name): PlacedAnswer[] => {
    const column = file.columns[placeOf(name) ?? -1];
    return column ? answersOf(name).map((answer) => ({ column, answer })) : [];
  });
  return {
    same: before.length - missing.length,
    moved: movedOf(before, now).map((name) => `${columnInWords(name)} stands in another place among the others.`),
    added: added
      .filter((name) => !renamed.some(({ column }) => column === places.get(columnKeyOf(name))))
      .map(columnInWords),
    missing: missing
      .filter((name) => !renamed.some(({ key }) => key === columnKeyOf(name)))
      .map((name) => `${columnInWords(name)}; it ${becameOf(name)}.`),
    renamed,
    ...valueFindingsOf(answers, portable.entityType),
  };
}

/** How well an earlier mapping suits a file: of its columns those that are there, of the file's those that it knows; 0 to 1. */
export function suitsOf({ same, renamed, added, missing }: Drift): number {
  const alike = same + renamed.filter(({ isLikely }) => isLikely).length;
  const all = same + renamed.length + Math.max(added.length, missing.length);
  return all === 0 ? 0 : alike / all;
}

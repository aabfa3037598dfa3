import type { ReplyOf } from "../../lib/contracts/contract.ts";
import type { readMapping } from "../../lib/contracts/mapping.ts";
import { fieldOf } from "../../lib/domain/field.ts";
import type { Assignment, MappingBody } from "../../lib/domain/mapping.ts";

type Screen = ReplyOf<typeof readMapping>;

/**
 * What a person would do on the mapping screen: take every suggestion, for rows of both kinds and for associates in the same row too, choose
 * the date format the sample book is known to use where the panel did not prove one, and ignore the rest on purpose.
 */
export function suggestedMapping(screen: Screen): MappingBody {
  const { columns, mixed, associates } = screen;
  const assignments = columns.flatMap(({ index, suggestion }): Assignment[] => {
    const chosen = mixed ? mixed.columns[index] : suggestion;
    if (!chosen) return [{ column: index, field: null, transforms: [] }];
    return [chosen, ...(chosen.also ?? [])].map(({ of, field, transforms }) => ({
      column: index,
      ...(of === undefined ? {} : { of }),
      field,
      transforms: withDateFormat(screen, field, transforms),
    }));
  });
  return {
    assignments,
    constants: [],
    ...(mixed?.kind ? { kindBy: mixed.kind.kindBy } : {}),
    ...(associates.length > 0
      ? { associates: associates.map(({ of, label, entityType, list }) => ({ of, label, entityType, list })) }
      : {}),
  };
}

function withDateFormat(
  { entityType }: Screen,
  field: Assignment["field"],
  transforms: Assignment["transforms"],
): Assignment["transforms"] {
  const isDate = field !== null && fieldOf(entityType, field)?.kind === "date";
  const hasFormat = transforms.some(({ kind }) => kind === "date");
  return isDate && !hasFormat ? [...transforms, { kind: "date", format: "DD/MM/YYYY" }] : transforms;
}

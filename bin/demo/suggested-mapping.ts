import type { ReplyOf } from "../../lib/contracts/contract.ts";
import type { readMapping } from "../../lib/contracts/mapping.ts";
import { fieldOf } from "../../lib/domain/field.ts";
import type { Assignment, MappingBody } from "../../lib/domain/mapping.ts";

/**
 * What a person would do on the mapping screen: take every suggestion, choose the date format the sample book is known to use
 * where the panel did not prove one, and ignore the rest on purpose.
 */
export function suggestedMapping(screen: ReplyOf<typeof readMapping>): MappingBody {
  const assignments = screen.columns.map((column): Assignment => {
    if (!column.suggestion) return { column: column.index, field: null, transforms: [] };
    const { field, of, transforms } = column.suggestion;
    const isDate = fieldOf(screen.entityType, field)?.kind === "date";
    const hasFormat = transforms.some((transform) => transform.kind === "date");
    return {
      column: column.index,
      field,
      ...(of === undefined ? {} : { of }),
      transforms: isDate && !hasFormat ? [...transforms, { kind: "date", format: "DD/MM/YYYY" }] : transforms,
    };
  });
  const associates = screen.associates.map(({ of, label, entityType, list }) => ({ of, label, entityType, list }));
  return { assignments, constants: [], ...(associates.length > 0 ? { associates } : {}) };
}

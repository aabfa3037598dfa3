import { columnKeyOf, columnNamesOf } from "./column-name.ts";
import { joinsByNature, type MappingBody, separatorByNature } from "./mapping.ts";

/**
 * Some fields join their columns in the order of the file. Where another file has them in another order, a rule keeps the order they were
 * joined in before: “12 High Street” must not become “High Street 12” because a column moved.
 */
export function withKeptOrder(
  body: MappingBody,
  headers: readonly string[],
  places: ReadonlyMap<string, number>,
): MappingBody {
  const columnsBefore = columnNamesOf(headers).flatMap((name) => places.get(columnKeyOf(name)) ?? []);
  const fields = new Set(
    body.assignments.flatMap(({ field }) => (field !== null && joinsByNature(field) ? [field] : [])),
  );
  const added = [...fields].flatMap((field) => {
    if (body.rules?.some((rule) => rule.field === field)) return [];
    const feeding = new Set(
      // A rule is for the row's own record; those of its associates have none.
      body.assignments.flatMap((each) => (each.field === field && each.of === undefined ? [each.column] : [])),
    );
    const order = columnsBefore.filter((column) => feeding.has(column));
    const isSorted = order.every((column, at) => at === 0 || (order[at - 1] ?? 0) < column);
    if (isSorted || order.length !== feeding.size) return [];
    return [{ field, order, take: "joined" as const, separator: separatorByNature(field) }];
  });
  return added.length === 0 ? body : { ...body, rules: [...(body.rules ?? []), ...added] };
}

import { type ColumnName, columnKeyOf, columnNameSchema } from "./column-name.ts";
import { withKeptOrder } from "./kept-order.ts";
import { type MappingBody, mappingBodySchema } from "./mapping.ts";
import { holdsColumns, isJsonObject, type Json, type JsonObject, type PortableMapping } from "./portable-mapping.ts";

/** A part of a mapping that a file cannot take as it is, because it lacks these columns. `member` is the body's: `assignments`, `rules` … */
export type NotTaken = { member: string; part: Json; missing: ColumnName[] };

/**
 * The mapping for a file whose columns stand at these places (by key of their name), and what the file cannot take. A part that names a column
 * the file lacks is left out whole: a cell whose condition is gone would be taken where it was not meant to be.
 */
export function bodyAt(
  portable: PortableMapping,
  places: ReadonlyMap<string, number>,
): { body: MappingBody; notTaken: NotTaken[] } {
  const { placed, notTaken } = placedMapping(portable.mapping, places);
  const { body, lost } = parsedBody(placed, portable.mapping);
  const all = [...notTaken, ...lost.filter((part) => !notTaken.some(({ member }) => member === part.member))];
  const whole = all.length === 0 ? body : withWholeRules(withoutStrangers(body));
  return { body: withKeptOrder(whole, portable.columns, places), notTaken: all };
}

/** The members of a mapping with places instead of names; not yet looked at by the schema. */
export function placedMapping(
  mapping: JsonObject,
  places: ReadonlyMap<string, number>,
): { placed: JsonObject; notTaken: NotTaken[] } {
  const notTaken: NotTaken[] = [];
  const placedPart = (part: Json, member: string): Json[] => {
    const missing: ColumnName[] = [];
    const placed = placedJson(part, member, places, missing);
    if (missing.length > 0) notTaken.push({ member, part, missing });
    return placed === undefined ? [] : [placed];
  };
  const entries = Object.entries(mapping).flatMap(([member, value]): [string, Json][] => {
    if (Array.isArray(value)) return [[member, value.flatMap((part) => placedPart(part, member))]];
    return placedPart(value, member).map((placed) => [member, placed]);
  });
  return { placed: Object.fromEntries(entries), notTaken };
}

function placedJson(
  value: Json,
  member: string,
  places: ReadonlyMap<string, number>,
  missing: ColumnName[],
): Json | undefined {
  const name = holdsColumns(member) ? columnNameSchema.safeParse(value) : undefined;
  if (name?.success) {
    const place = places.get(columnKeyOf(name.data));
    if (place === undefined) missing.push(name.data);
    return place;
  }
  if (Array.isArray(value)) {
    const present = value.map((each) => placedJson(each, member, places, missing)).filter((each) => each !== undefined);
    // A list of columns goes on without one of them; anything else is whole or not at all.
    return present.length === value.length || holdsColumns(member) ? present : undefined;
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, each]): [string, Json][] => {
    const placed = placedJson(each, key, places, missing);
    return placed === undefined ? [] : [[key, placed]];
  });
  return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
}

/** A member that lost so much that it means nothing any more is left out and told; the rest is not refused for it. */
function parsedBody(placed: JsonObject, mapping: JsonObject): { body: MappingBody; lost: NotTaken[] } {
  const { assignments = [], constants = [], ...others } = placed;
  const lost: NotTaken[] = [];
  let body = mappingBodySchema.parse({ assignments, constants });
  for (const [member, value] of Object.entries(others)) {
    const fits = (candidate: Json) => mappingBodySchema.safeParse({ ...body, [member]: candidate });
    const kept = Array.isArray(value) ? value.filter((part) => fits([part]).success) : value;
    const tried = fits(kept);
    if (tried.success) body = tried.data;
    if (!tried.success || (Array.isArray(value) && Array.isArray(kept) && kept.length < value.length))
      lost.push({ member, part: mapping[member] ?? null, missing: [] });
  }
  return { body, lost };
}

/** What is said of an associate that could not be taken says nothing: its columns are for a person to answer. */
function withoutStrangers(body: MappingBody): MappingBody {
  const known = new Set(body.associates?.map(({ of }) => of));
  const isKnown = ({ of }: { of?: number | undefined }) => of === undefined || known.has(of);
  return { ...body, assignments: body.assignments.filter(isKnown), constants: body.constants.filter(isKnown) };
}

/** A rule names exactly the columns that feed its field; with fewer than two there is nothing to rule. */
function withWholeRules(body: MappingBody): MappingBody {
  if (!body.rules) return body;
  const rules = body.rules.flatMap((rule) => {
    const order = rule.order.filter((column) =>
      body.assignments.some(
        (assignment) => assignment.column === column && assignment.field === rule.field && assignment.of === undefined,
      ),
    );
    return order.length < 2 ? [] : [{ ...rule, order }];
  });
  return { ...body, rules };
}

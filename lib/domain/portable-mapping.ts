import { z } from "zod";
import { columnNamesOf } from "./column-name.ts";
import { entityTypes } from "./entity.ts";
import { fileKinds } from "./file-kind.ts";
import type { MappingBody } from "./mapping.ts";

export const portableFormat = "causeway-mapping/1";

export type Json = z.infer<ReturnType<typeof z.json>>;
export type JsonObject = { [member: string]: Json };

/**
 * A mapping that is bound to no file: wherever a MappingBody has the place of a column, this has its name. Whatever members a body has,
 * now or later, travel with it. Holds no value of any client, save those that a person wrote into a step.
 */
export const portableMappingSchema = z.strictObject({
  format: z.literal(portableFormat),
  sourceSystem: z.string().trim().min(1).max(200),
  /** Files from before there were kinds hold clients. */
  kind: z.enum(fileKinds).default("clients"),
  entityType: z.enum(entityTypes),
  /** The headers it was made for, in the order of that file. */
  columns: z.array(z.string().max(10_000)).min(1).max(4000),
  mapping: z.record(z.string(), z.json()),
});
export type PortableMapping = z.infer<typeof portableMappingSchema>;

/** The members of a body, at any depth, whose numbers are places of columns; a test holds the schema to it. */
export const holdsColumns = (member: string): boolean => /^(columns?|order)$|[a-z]Columns?$/.test(member);

export function portableOf(
  body: MappingBody,
  columns: readonly string[],
  about: Pick<PortableMapping, "sourceSystem" | "kind" | "entityType">,
): PortableMapping {
  const names = columnNamesOf(columns);
  const named = (value: unknown, member: string): Json => {
    if (typeof value === "number" && holdsColumns(member)) {
      const name = names[value];
      if (!name) throw new Error(`A mapping names column ${value + 1} of a file that has ${columns.length}.`);
      return { ...name };
    }
    if (Array.isArray(value)) return value.map((each) => named(each, member));
    if (!isJsonObject(value)) return z.json().parse(value);
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, named(each, key)]])),
    );
  };
  const mapping = Object.fromEntries(
    Object.entries(body).flatMap(([member, value]) => (value === undefined ? [] : [[member, named(value, member)]])),
  );
  return { format: portableFormat, ...about, columns: [...columns], mapping };
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

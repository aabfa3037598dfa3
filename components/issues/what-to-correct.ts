import { entityTypes } from "#lib/domain/entity.ts";
import type { Field } from "#lib/domain/field-shape.ts";
import { fixableFieldsOf } from "#lib/domain/fixable.ts";
import { neededField } from "#lib/stages/validate/needed-field.ts";
import type { Cause } from "./cause.ts";

type Asked = Pick<Cause, "code" | "field" | "role" | "entityType">;

/** Which fields a cause can be settled by, the likeliest first; `first` null: of the row as a whole, the person must choose. */
export function whatToCorrect(cause: Asked): { first: string | null; fields: readonly Field[] } {
  const ofKind = (entityType: Asked["entityType"]) => fixableFieldsOf({ ...cause, entityType, place: "named" });
  if (cause.field === "") return { first: null, fields: ofKind(cause.entityType) };
  // The rows of a mixed file are of both kinds, whatever the file was said to be.
  const known = entityTypes.flatMap(ofKind);
  const needed = cause.code === "field.needs_other" ? neededField(cause.field) : undefined;
  const fields = [needed, cause.field].flatMap((key) => known.find((field) => field.key === key) ?? []);
  return { first: fields[0]?.key ?? cause.field, fields };
}

/** What nobody can be without is corrected, never taken away; and what is missing cannot be. */
export const mayBeTakenAway = ({ code, field }: Pick<Cause, "code" | "field">, asked: Field | undefined): boolean =>
  asked !== undefined &&
  asked.key === field &&
  asked.required !== "always" &&
  asked.key !== "link.role" &&
  code !== "field.required";

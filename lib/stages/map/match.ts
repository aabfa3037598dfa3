import type { DateGroup } from "../../domain/date-groups.ts";
import type { Field } from "../../domain/field-shape.ts";
import type { Transform } from "../../domain/mapping.ts";

/** `values`: distinct values of the column, most frequent first; `dates`: how all of them can be read as dates. */
export type ColumnEvidence = { index: number; name: string; values: readonly string[]; dates: readonly DateGroup[] };

export type Confidence = "sure" | "likely";

/** A field that a column seems to be, and why; `transforms` and `also` where they are more than what every column of the field gets. */
export type Match = {
  field: Field;
  confidence: Confidence;
  reason: string;
  transforms?: Transform[];
  also?: { field: string; transforms: Transform[] }[];
};

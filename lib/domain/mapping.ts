import { z } from "zod";

export const dateFormats = [
  "YYYY-MM-DD",
  "DD/MM/YYYY",
  "MM/DD/YYYY",
  "DD.MM.YYYY",
  "DD-MM-YYYY",
  "YYYYMMDD",
  "DD MMM YYYY",
  "DD-MMM-YYYY",
  "YYYY/MM/DD",
] as const;
export type DateFormat = (typeof dateFormats)[number];

/** One cleaning step of a column, applied in order. No code is ever executed; a new step is a new member here. */
export const transformSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("trim") }),
  z.object({ kind: z.literal("upper_case") }),
  z.object({ kind: z.literal("date"), format: z.enum(dateFormats) }),
  z.object({ kind: z.literal("country") }),
  z.object({ kind: z.literal("split_names") }),
]);
export type Transform = z.infer<typeof transformSchema>;

/** The answer for one column: a field, or null when a person ignores the column on purpose. */
export const assignmentSchema = z.object({
  column: z.number().int().min(0),
  field: z.string().nullable(),
  transforms: z.array(transformSchema).max(10),
});
export type Assignment = z.infer<typeof assignmentSchema>;

/** A field that has the same value for every row, for example the country of a national book. */
export const constantSchema = z.object({ field: z.string(), value: z.string().min(1).max(500) });

/**
 * The versioned answer to "which column is which field, changed how".
 * Several columns may feed one field only for `givenNames` (joined in column order) and `address.route`.
 */
export const mappingBodySchema = z.object({
  assignments: z.array(assignmentSchema).max(2000),
  constants: z.array(constantSchema).max(50),
});
export type MappingBody = z.infer<typeof mappingBodySchema>;

/** Fields that may take more than one column; the parts are joined in column order. */
export const fieldsOfManyColumns: readonly string[] = ["givenNames", "address.route", "address.text"];

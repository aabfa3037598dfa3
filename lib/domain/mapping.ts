import { z } from "zod";
import { entityTypes } from "./entity.ts";
import { linkLists } from "./link.ts";

export const dateFormats = [
  "YYYY-MM-DD",
  "DD/MM/YYYY",
  "MM/DD/YYYY",
  "DD.MM.YYYY",
  "DD-MM-YYYY",
  "MM-DD-YYYY",
  "YYYYMMDD",
  "DD MMM YYYY",
  "DD-MMM-YYYY",
  "MMM DD, YYYY",
  "YYYY/MM/DD",
  "DD/MM/YY",
  "MM/DD/YY",
  "DD.MM.YY",
  "DD-MM-YY",
  "DD-MMM-YY",
  "SERIAL",
] as const;
export type DateFormat = (typeof dateFormats)[number];

/** A person must say which century: the last year that two digits can mean. */
export const hasShortYear = (format: DateFormat): boolean => format.includes("YY") && !format.includes("YYYY");

/** A format as people are told it. A spreadsheet that forgot that a cell is a date leaves the number of its day, counted from 1900. */
export const dateFormatWords = (format: DateFormat): string =>
  format === "SERIAL" ? "day number of a spreadsheet" : format;

const text = z.string().max(200);

/** More than that is a table of its own, not a map that a person can look over. */
export const valuePairsMax = 2000;

/** What a condition asks of another column's cell; compared without regard to case and outer spaces. */
export const conditionSchema = z.object({
  column: z.number().int().min(0),
  test: z.enum(["is", "is_not", "filled", "blank"]),
  /** For `is` and `is_not`: any of these. */
  values: z.array(text).max(50),
});
export type Condition = z.infer<typeof conditionSchema>;

/** One cleaning step of a column, applied in order. No code is ever executed; a new step is a new member here. */
export const transformSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("trim") }),
  z.object({ kind: z.literal("upper_case") }),
  z.object({ kind: z.literal("lower_case") }),
  z.object({ kind: z.literal("title_case") }),
  /** Literal text, every occurrence; never a pattern. */
  z.object({ kind: z.literal("replace"), find: text.min(1), by: text }),
  /** The nth piece between separators, from 1; -1 is the last. No such piece is blank. */
  z.object({ kind: z.literal("split"), separator: text.min(1), part: z.number().int().min(-20).max(20) }),
  /** `also`: other formats of the same column, tried in order; `latestYear` ends the hundred years that two digits can mean. */
  z.object({
    kind: z.literal("date"),
    format: z.enum(dateFormats),
    also: z.array(z.enum(dateFormats)).max(8).optional(),
    latestYear: z.number().int().min(1900).max(2100).optional(),
  }),
  z.object({ kind: z.literal("country") }),
  /** To E.164 (API contract §3.3); a national number by the country of its own row. */
  z.object({ kind: z.literal("phone") }),
  z.object({ kind: z.literal("split_names") }),
  /** A part of a full name; the row gets a warning wherever the split is not certain. */
  z.object({
    kind: z.literal("name_part"),
    part: z.enum(["given", "family"]),
    order: z.enum(["given_first", "family_first"]),
  }),
  /** Value → value, compared without regard to case and outer spaces; `to` "" is nothing. */
  z.object({
    kind: z.literal("values"),
    pairs: z.array(z.object({ from: z.string().max(500), to: z.string().max(500) })).max(valuePairsMax),
    otherwise: z.enum(["keep", "nothing", "issue"]),
  }),
  /** Where nothing is left of the cell. */
  z.object({ kind: z.literal("default"), value: z.string().min(1).max(500) }),
  /** Takes the cell only in rows where the condition holds. */
  z.object({ kind: z.literal("when"), condition: conditionSchema }),
]);
export type Transform = z.infer<typeof transformSchema>;
export type TransformOf<K extends Transform["kind"]> = Extract<Transform, { kind: K }>;

/** Associates of a wide row are numbered from 1, over all their series: three directors and two shareholders are 1 to 5. */
const associateNumber = z.number().int().min(1).max(200);

/**
 * One answer for a column: a field, or null when a person ignores the column on purpose. A column that feeds several fields has several.
 * `of`: the field is that of an associate of the row; absent, of the row's own record.
 */
export const assignmentSchema = z.object({
  column: z.number().int().min(0),
  of: associateNumber.optional(),
  field: z.string().nullable(),
  transforms: z.array(transformSchema).max(20),
  /** What stands before the value in a note: the header of its column. */
  label: z.string().max(100).optional(),
});
export type Assignment = z.infer<typeof assignmentSchema>;

/**
 * A field that has the same value for every row, for example the country of a national book. `of`: the field is that of an associate of the
 * row, and has the value wherever a row has this associate; absent, of the row's own record.
 */
export const constantSchema = z.object({
  of: associateNumber.optional(),
  field: z.string(),
  value: z.string().min(1).max(500),
});
export type MappedConstant = z.infer<typeof constantSchema>;

/** How several columns make one field: joined in this order, or the first of them that is filled. */
export const ruleSchema = z.object({
  field: z.string(),
  order: z.array(z.number().int().min(0)).min(2).max(50),
  take: z.enum(["joined", "first_filled"]),
  separator: z.string().max(10),
});
export type JoinRule = z.infer<typeof ruleSchema>;

/** Where both kinds stand: which cells of a column say person, which company. What says neither is an issue for a person. */
export const discriminatorSchema = z.object({
  column: z.number().int().min(0),
  individual: z.array(text).max(50),
  company: z.array(text).max(50),
});
export type Discriminator = z.infer<typeof discriminatorSchema>;

/**
 * An associate that every row of a wide file may have. `list`: the list of the company it stands in; null when a column says its role.
 * `kindBy`: a column says whether it is a person or a company; what says neither is an issue, and read as `entityType`.
 * `label` is what people call it: "Director 2".
 */
export const associateSchema = z.object({
  of: associateNumber,
  label: text.min(1),
  entityType: z.enum(entityTypes),
  list: z.enum(linkLists).nullable(),
  kindBy: discriminatorSchema.optional(),
});
export type MappedAssociate = z.infer<typeof associateSchema>;

/**
 * The versioned answer to "which column is which field, changed how". Several columns feed one field by a rule only; without one,
 * `givenNames`, `address.route` and `address.text` join theirs in column order. `rules`, `kindBy`, `associates` with theirs, and the `of` of constants came later: old versions have none.
 */
export const mappingBodySchema = z.object({
  assignments: z.array(assignmentSchema).max(4000),
  constants: z.array(constantSchema).max(50),
  rules: z.array(ruleSchema).max(50).optional(),
  kindBy: discriminatorSchema.optional(),
  associates: z.array(associateSchema).max(200).optional(),
});
export type MappingBody = z.infer<typeof mappingBodySchema>;

/** Takes this field more than one column without a rule, its parts joined in column order? Lists, streets, lines of an address and of a note. */
export const joinsByNature = (field: string): boolean =>
  field === "givenNames" ||
  field === "altFamilyNames" ||
  field === "note" ||
  field.endsWith(".route") ||
  field.endsWith(".text");

/** What stands between the parts where no rule says otherwise. */
export function separatorByNature(field: string): string {
  if (field === "note") return "\n";
  return field.endsWith(".text") ? ", " : " ";
}

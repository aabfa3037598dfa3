import { z } from "zod";

/** How the text of a file is written. */
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "iso-8859-1",
  "iso-8859-15",
  "windows-1250",
  "iso-8859-2",
  "windows-1251",
  "macintosh",
] as const;
export type Encoding = (typeof encodings)[number];

export const sourceFormats = ["delimited", "json", "workbook"] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** The form of a file: everything needed to turn its bytes into rows, and the same rows every time. */
export const sourceFormSchema = z.object({
  format: z.enum(sourceFormats),
  isGzip: z.boolean(),
  /** The file inside a ZIP archive that is read; null when the file is no archive. */
  member: z.string().nullable().default(null),
  encoding: z.enum(encodings),
  /** Mostly one character; empty for a file of one column, and for JSON and workbooks. */
  delimiter: z.string(),
  /** Empty when quotes are letters like any other. */
  quote: z.enum(['"', "'", ""]),
  /** A backslash where it takes the meaning from the sign behind it, as databases write it; mostly nothing. */
  escape: z.enum(["\\", ""]).default(""),
  /** Lines are drawn between the rows, perhaps a frame around them: they are no rows and no cells. */
  ruled: z.enum(["none", "lines", "frame"]).default("none"),
  lineEnd: z.enum(["\n", "\r"]),
  /** Line (of a workbook: row of the sheet) of the column names; null when the file has none. */
  headerLine: z.number().int().min(1).nullable(),
  /** 2 when the names stand in two rows, one above the other. */
  headerRows: z.union([z.literal(1), z.literal(2)]),
  /** Cells of most records; null when unknown. */
  width: z.number().int().nullable(),
  /** Records at the end that are no clients: totals, signatures. */
  skipEnd: z.number().int().min(0).max(1000),
  sheet: z.string().nullable(),
  /** JSON: the name under which the list of records stands; null when the list, or one record after another, is the whole file. */
  listKey: z.string().nullable(),
  /** JSON: the names of the objects around that list, from the outermost in; mostly none. */
  listIn: z.array(z.string()).default([]),
  /** JSON: the whole file is one list. */
  isList: z.boolean(),
  /** JSON: the columns are the names met in any record, in the order of their coming. */
  keys: z.array(z.string()),
});
export type SourceForm = z.infer<typeof sourceFormSchema>;

/** What a person says instead of the panel; what is left out is found out. */
export const formChoiceSchema = z.object({
  encoding: z.enum(encodings).optional(),
  delimiter: z
    .string()
    .min(1)
    .max(5)
    .refine(
      (text) => !/["\r\n]/.test(text),
      "A delimiter is one to five characters, and neither a quotation mark nor a line end.",
    )
    .optional(),
  quote: z.enum(['"', "'", ""]).optional(),
  headerLine: z.number().int().min(1).max(1_000_000).nullable().optional(),
  sheet: z.string().max(200).optional(),
  skipEnd: z.number().int().min(0).max(1000).optional(),
});
export type FormChoice = z.infer<typeof formChoiceSchema>;

const lineSentenceSchema = z.object({ lineNumber: z.number().nullable(), sentence: z.string() });

/** What the panel tells about its reading of a file. Lines are physical lines; of a workbook, rows of the sheet. */
export const sourceReadingSchema = z.object({
  /** One sentence for each thing that was found out. */
  reasons: z.array(z.object({ about: z.string(), sentence: z.string() })),
  /** Rows and things a person should look at before going on. */
  doubts: z.array(lineSentenceSchema),
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  /** Rows with fewer or more cells than there are columns, with the first of them. */
  ragged: z.object({
    short: z.number(),
    long: z.number(),
    examples: z.array(z.object({ rowNumber: z.number(), lineNumber: z.number(), cells: z.number() })),
  }),
  blankTail: z.number(),
  /** Rows that say the column names once more; they are no clients and are left out. */
  repeatedHeaders: z.object({ count: z.number(), lines: z.array(z.number()) }),
  skippedEnd: z.array(z.object({ lineNumber: z.number(), cells: z.array(z.string()) })),
  preamble: z.array(z.object({ lineNumber: z.number(), cells: z.array(z.string()) })),
  /** The rows least like the others. */
  unusual: z.array(
    z.object({ rowNumber: z.number(), lineNumber: z.number(), cells: z.array(z.string()), because: z.string() }),
  ),
  /** Columns that a spreadsheet program seems to have damaged. */
  damage: z.array(
    z.object({
      column: z.string(),
      count: z.number(),
      sentence: z.string(),
      examples: z.array(z.object({ lineNumber: z.number(), value: z.string() })),
    }),
  ),
});
export type SourceReading = z.infer<typeof sourceReadingSchema>;

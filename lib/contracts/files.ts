import { z } from "zod";
import { entityTypes } from "../domain/entity.ts";
import { fileKinds } from "../domain/file-kind.ts";
import { sourceFileMachine } from "../domain/source-file.ts";
import { formChoiceSchema, sourceFormSchema, sourceReadingSchema } from "../domain/source-form.ts";
import { contract, fileParams, instant, migrationParams } from "./contract.ts";

export const fileSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(fileKinds),
  entityType: z.enum(entityTypes),
  status: z.enum(sourceFileMachine.statuses),
  sizeBytes: z.number(),
  sha256: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  columns: z.array(z.string()),
  rowCount: z.number().nullable(),
  /** 0…1 while parsing. */
  progress: z.number(),
  parsedRows: z.number(),
  /** While parsing: when a worker began. */
  parsingSince: instant.nullable(),
  /** "workbook", "json" or "delimited" once read; null before, and for files read before forms were kept. */
  format: z.string().nullable(),
  /** How many things about its reading a person should look at. */
  doubts: z.number(),
  unreadableReason: z.string().nullable(),
  uploadedByName: z.string(),
  uploadedAt: instant,
  mappingVersion: z.number().nullable(),
  checkedVersion: z.number().nullable(),
  checkingVersion: z.number().nullable(),
  checkedRows: z.number(),
  checkFailure: z.string().nullable(),
  /** "This file was uploaded on 23 Nov 2026 by …" when the same bytes came before. */
  repeatOf: z.string().nullable(),
});

export const listFiles = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/files",
  needs: "look",
  params: migrationParams,
  reply: z.object({ files: z.array(fileSchema), uploadMaxBytes: z.number() }),
});

/**
 * The body is the raw bytes (not JSON), streamed. Headers: `x-file-name` (URI-encoded), `x-file-sha256` (hex, computed by the sender),
 * `content-length`. The server counts and hashes what arrives; any difference refuses the file whole.
 */
export const uploadFile = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/files",
  needs: "prepare",
  params: migrationParams,
  /** Of a file of links `entityType` says nothing; of a mixed one, what a row is presumed to be that says neither. */
  query: z.object({ entityType: z.enum(entityTypes), kind: z.enum(fileKinds).default("clients") }),
  reply: z.object({ fileId: z.uuid() }),
});

export const readFile = contract({
  method: "GET",
  path: "/api/files/:fileId",
  needs: "look",
  params: fileParams,
  reply: fileSchema.extend({ migrationId: z.uuid() }),
});

export const withdrawFile = contract({
  method: "DELETE",
  path: "/api/files/:fileId",
  needs: "prepare",
  params: fileParams,
  reply: z.object({}),
});

/** Rows verbatim, from `after` (row number, exclusive), at most 100. */
export const readRows = contract({
  method: "GET",
  path: "/api/files/:fileId/rows",
  needs: "look",
  params: fileParams,
  query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
  reply: z.object({
    columns: z.array(z.string()),
    rows: z.array(z.object({ rowNumber: z.number(), lineNumber: z.number(), cells: z.array(z.string()) })),
    rowCount: z.number(),
  }),
});

/** The first 50 rows as a form would read them, live from the stored bytes. `form`: a FormChoice as JSON; left out, the present one. */
export const previewFile = contract({
  method: "GET",
  path: "/api/files/:fileId/preview",
  needs: "look",
  params: fileParams,
  query: z.object({
    form: z
      .string()
      .max(2_000)
      .transform((text, context) => {
        try {
          return JSON.parse(text) as unknown;
        } catch {
          context.addIssue({ code: "custom", message: "The form is not JSON." });
          return z.NEVER;
        }
      })
      .pipe(formChoiceSchema)
      .optional(),
  }),
  reply: z.object({
    choice: formChoiceSchema,
    form: sourceFormSchema.nullable(),
    reading: sourceReadingSchema.nullable(),
    columns: z.array(z.string()),
    rows: z.array(z.object({ rowNumber: z.number(), lineNumber: z.number(), cells: z.array(z.string()) })),
    /** Why it cannot be read so, as a sentence. */
    problem: z.string().nullable(),
  }),
});

/** Says anew what the rows of a file are. Its mapping and what was made of it go. Refused while a chunk holds clients of it. */
export const changeFileKind = contract({
  method: "PUT",
  path: "/api/files/:fileId/kind",
  needs: "prepare",
  params: fileParams,
  body: z.object({ kind: z.enum(fileKinds), entityType: z.enum(entityTypes) }),
  reply: z.object({}),
});

/** Reads the stored bytes again in this form. Refused while a chunk holds clients of the file. The mapping stays when the columns do. */
export const readFileAgain = contract({
  method: "PUT",
  path: "/api/files/:fileId/form",
  needs: "prepare",
  params: fileParams,
  body: formChoiceSchema,
  reply: z.object({}),
});

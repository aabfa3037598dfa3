import { z } from "zod";
import { issueCodes } from "../domain/issue-catalogue.ts";
import { recordRoles } from "../domain/record-role.ts";
import { contract, fileParams, migrationParams } from "./contract.ts";

/** How many rows a problem sheet of each file would have. `xlsxProblem`: why it can be had as CSV only. */
export const countProblems = contract({
  method: "GET",
  path: "/api/migrations/:migrationId/problem-rows",
  needs: "look",
  params: migrationParams,
  reply: z.object({
    files: z.array(
      z.object({
        fileId: z.uuid(),
        name: z.string(),
        errors: z.number(),
        /** Rows with errors or warnings. */
        warnings: z.number(),
        xlsxProblem: z.string().nullable(),
      }),
    ),
  }),
});

/**
 * A problem sheet is a download, streamed and audited: `GET /api/files/:fileId/problem-sheet/:format` with these words, where `which` is
 * errors alone, or errors and warnings; and one cause, if it is named.
 */
export const problemSheetParams = fileParams.extend({ format: z.enum(["xlsx", "csv"]) });
export const problemSheetQuery = z.object({
  which: z.enum(["errors", "warnings"]).default("errors"),
  code: z.enum(issueCodes as [(typeof issueCodes)[number], ...(typeof issueCodes)[number][]]).optional(),
  field: z.string().max(100).optional(),
  role: z.enum(recordRoles).optional(),
});

/**
 * Bring a corrected problem sheet back. The body is the raw bytes, streamed, with the headers of `uploadFile`. It is read and kept; nothing
 * is corrected before `applyReturn`.
 */
export const takeInReturn = contract({
  method: "POST",
  path: "/api/migrations/:migrationId/returns",
  needs: "prepare",
  params: migrationParams,
  reply: z.object({ returnId: z.uuid() }),
});

const returnParams = z.object({ returnId: z.uuid() });

const cellSchema = z.object({
  recordId: z.uuid(),
  rowNumber: z.number(),
  column: z.string(),
  /** Masked. */
  was: z.string(),
  becomes: z.string(),
  because: z.string(),
});

/** What a return would change, compared with what was downloaded and with what stands now. Values are masked. */
export const previewReturn = contract({
  method: "GET",
  path: "/api/returns/:returnId",
  needs: "prepare",
  params: returnParams,
  reply: z.object({
    name: z.string(),
    fileName: z.string(),
    /** What `applyReturn` must name: another one, and something changed since. */
    seen: z.string(),
    rows: z.number(),
    changedRows: z.number(),
    changed: z.number(),
    conflicts: z.number(),
    refused: z.number(),
    kept: z.number(),
    /** What else there is to know: a sentence each. */
    notes: z.array(z.string()),
    /** The first few of each. */
    examples: z.object({
      changed: z.array(cellSchema),
      conflicts: z.array(cellSchema),
      refused: z.array(cellSchema),
      kept: z.array(cellSchema),
    }),
  }),
});

/** Make the changed cells of a return corrections, all with one reason; their rows are checked again. A second time changes nothing. */
export const applyReturn = contract({
  method: "POST",
  path: "/api/returns/:returnId/corrections",
  needs: "prepare",
  params: returnParams,
  body: z.object({ seen: z.string(), reason: z.string().trim().min(3, "Say why, in a few words").max(500) }),
  reply: z.object({ fixId: z.uuid(), cells: z.number(), rows: z.number(), isDone: z.boolean() }),
});

/** Put a return away without applying it. */
export const putReturnAway = contract({
  method: "DELETE",
  path: "/api/returns/:returnId",
  needs: "prepare",
  params: returnParams,
  reply: z.object({}),
});

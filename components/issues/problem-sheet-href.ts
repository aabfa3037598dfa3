import type { Cause } from "./cause.ts";

export type Which = "errors" | "warnings";
/** Which rows of a file a problem sheet has. */
export type SheetChoice = { fileId: string; which: Which; cause: Cause | undefined };

/** Where a problem sheet is downloaded. Of one cause it has the rows with that cause, whatever its severity. */
export function problemSheetHref({ fileId, which, cause }: SheetChoice, format: "xlsx" | "csv"): string {
  const words: Record<string, string> = cause
    ? {
        which: cause.severity === "error" ? "errors" : "warnings",
        code: cause.code,
        field: cause.field,
        role: cause.role,
      }
    : { which };
  return `/api/files/${fileId}/problem-sheet/${format}?${new URLSearchParams(words)}`;
}

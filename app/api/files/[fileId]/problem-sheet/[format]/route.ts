import { problemSheetParams, problemSheetQuery } from "#lib/contracts/returns.ts";
import { bytesDownload } from "#lib/http/bytes-download.ts";
import { fileNameOf } from "#lib/http/file-name-of.ts";
import { handleRaw } from "#lib/http/handle-raw.ts";
import { refusalResponse } from "#lib/http/problem-of.ts";
import { openProblemSheet } from "#lib/stages/validate/command/open-problem-sheet.ts";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export const GET = handleRaw("look", "GET /api/files/:fileId/problem-sheet/:format", async (ctx, request, params) => {
  const asked = problemSheetParams.safeParse(params);
  const query = problemSheetQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success || !query.success)
    return refusalResponse({ kind: "not_found", sentence: "There is no such problem sheet." });
  const { fileId, format } = asked.data;
  const outcome = await openProblemSheet(ctx, fileId, { ...query.data, format });
  if (!outcome.ok) return refusalResponse(outcome.refusal);
  const { name, pieces } = outcome.value;
  return bytesDownload({ fileName: `${fileNameOf(name, "problems")}.${format}`, contentType: types[format], pieces });
});

import { templateParams } from "#lib/contracts/templates.ts";
import { bytesDownload } from "#lib/http/bytes-download.ts";
import { handleRaw } from "#lib/http/handle-raw.ts";
import { refusalResponse } from "#lib/http/problem-of.ts";
import { templateFile } from "#lib/stages/upload/query/template-file.ts";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export const GET = handleRaw("look", "GET /api/templates/:fileName", async (_ctx, _request, params) => {
  const asked = templateParams.safeParse(params);
  if (!asked.success) return refusalResponse({ kind: "not_found", sentence: "There is no such template." });
  const { kind, format } = asked.data;
  return bytesDownload({
    fileName: `causeway-template-${params.fileName}`,
    contentType: types[format],
    pieces: templateFile(kind, format),
  });
});

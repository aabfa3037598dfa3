import { chunkParams } from "#lib/contracts/contract.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { handleRaw } from "#lib/http/handle-raw.ts";
import { refusalResponse } from "#lib/http/problem-of.ts";
import { streamErrors } from "#lib/stages/report/query/stream-errors.ts";

export const GET = handleRaw("look", "GET /api/chunks/:chunkId/errors.csv", async (ctx, _request, params) => {
  const asked = chunkParams.safeParse(params);
  const chunk = asked.success
    ? await ctx.db.chunk.findUnique({ where: { id: asked.data.chunkId }, include: { migration: true } })
    : null;
  if (!chunk) return refusalResponse({ kind: "not_found", sentence: "There is no such chunk." });
  return csvDownload(
    `error-report-${chunk.migration.name}-chunk-${chunk.number}`,
    streamErrors(ctx, { chunkId: chunk.id }),
  );
});

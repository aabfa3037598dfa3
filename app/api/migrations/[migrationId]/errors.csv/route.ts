import { migrationParams } from "#lib/contracts/contract.ts";
import { csvDownload } from "#lib/http/csv-download.ts";
import { handleRaw } from "#lib/http/handle-raw.ts";
import { refusalResponse } from "#lib/http/problem-of.ts";
import { streamErrors } from "#lib/stages/report/query/stream-errors.ts";

export const GET = handleRaw("look", "GET /api/migrations/:migrationId/errors.csv", async (ctx, _request, params) => {
  const asked = migrationParams.safeParse(params);
  const migration = asked.success ? await ctx.db.migration.findUnique({ where: { id: asked.data.migrationId } }) : null;
  if (!migration) return refusalResponse({ kind: "not_found", sentence: "There is no such migration." });
  return csvDownload(`error-report-${migration.name}`, streamErrors(ctx, { migrationId: migration.id }));
});

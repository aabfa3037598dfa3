import { z } from "zod";
import { migrationParams } from "#lib/contracts/contract.ts";
import { documentLists } from "#lib/domain/document-list.ts";
import { bytesDownload } from "#lib/http/bytes-download.ts";
import { handleRaw } from "#lib/http/handle-raw.ts";
import { refusalResponse } from "#lib/http/problem-of.ts";
import { documentListFile } from "#lib/stages/documents/query/document-list-file.ts";

const query = z.object({ list: z.enum(documentLists) });

export const GET = handleRaw(
  "look",
  "GET /api/migrations/:migrationId/documents.xlsx",
  async (ctx, request, params) => {
    const asked = migrationParams.safeParse(params);
    const which = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    const migration = asked.success
      ? await ctx.db.migration.findUnique({ where: { id: asked.data.migrationId } })
      : null;
    if (!migration || !which.success) return refusalResponse({ kind: "not_found", sentence: "There is no such list." });
    return bytesDownload({
      fileName: `documents-${which.data.list.replace("_", "-")}.xlsx`,
      contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      pieces: documentListFile(ctx, migration.id, which.data.list),
    });
  },
);

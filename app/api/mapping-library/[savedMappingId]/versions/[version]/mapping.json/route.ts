import { savedVersionParams } from "#lib/contracts/mapping-library.ts";
import { handleRaw } from "#lib/http/handle-raw.ts";
import { jsonDownload } from "#lib/http/json-download.ts";
import { refusalResponse } from "#lib/http/problem-of.ts";
import { mappingFileOf } from "#lib/settings/mapping-library/query.ts";

export const GET = handleRaw(
  "look",
  "GET /api/mapping-library/:savedMappingId/versions/:version/mapping.json",
  async (ctx, _request, params) => {
    const asked = savedVersionParams.safeParse(params);
    const file = asked.success ? await mappingFileOf(ctx, asked.data) : null;
    if (!file) return refusalResponse({ kind: "not_found", sentence: "There is no such version of a mapping." });
    return jsonDownload(file.name, file.text);
  },
);

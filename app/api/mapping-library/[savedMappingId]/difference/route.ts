import { compareSavedVersions as contract } from "#lib/contracts/mapping-library.ts";
import { handle } from "#lib/http/handle.ts";
import { compareSavedVersions } from "#lib/settings/mapping-library/query.ts";

export const GET = handle(contract, (ctx, { params, query }) =>
  compareSavedVersions(ctx, params.savedMappingId, query),
);

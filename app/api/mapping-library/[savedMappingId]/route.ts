import { readSavedMapping as contract } from "#lib/contracts/mapping-library.ts";
import { handle } from "#lib/http/handle.ts";
import { readSavedMapping } from "#lib/settings/mapping-library/query.ts";

export const GET = handle(contract, (ctx, { params }) => readSavedMapping(ctx, params.savedMappingId));

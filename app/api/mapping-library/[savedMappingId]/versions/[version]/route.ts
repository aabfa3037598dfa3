import { readSavedVersion as contract } from "#lib/contracts/mapping-library.ts";
import { handle } from "#lib/http/handle.ts";
import { readSavedVersion } from "#lib/settings/mapping-library/query.ts";

export const GET = handle(contract, (ctx, { params }) => readSavedVersion(ctx, params));

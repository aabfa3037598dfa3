import { listSavedMappings as listContract, takeInMapping as takeInContract } from "#lib/contracts/mapping-library.ts";
import { handle } from "#lib/http/handle.ts";
import { listSavedMappings } from "#lib/settings/mapping-library/query.ts";
import { takeInMapping } from "#lib/stages/map/command/take-in-mapping.ts";

export const GET = handle(listContract, (ctx) => listSavedMappings(ctx));
export const POST = handle(takeInContract, (ctx, { body }) => takeInMapping(ctx, body));

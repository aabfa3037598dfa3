import { decideMatches as decideContract, listMatches as listContract } from "#lib/contracts/existing-profiles.ts";
import { handle } from "#lib/http/handle.ts";
import { decideMatches } from "#lib/stages/plan/command/decide-matches.ts";
import { listMatches } from "#lib/stages/plan/query/list-matches.ts";

export const GET = handle(listContract, (ctx, { params, query }) => listMatches(ctx, params.migrationId, query));
export const POST = handle(decideContract, (ctx, { params, body }) => decideMatches(ctx, params.migrationId, body));

import * as contracts from "#lib/contracts/fixes.ts";
import { handle } from "#lib/http/handle.ts";
import { fixCause } from "#lib/stages/validate/command/fixes.ts";
import { listFixes } from "#lib/stages/validate/query/list-fixes.ts";

export const GET = handle(contracts.listFixes, (ctx, { params }) => listFixes(ctx, params.migrationId));
export const POST = handle(contracts.fixCause, (ctx, { params, body }) => fixCause(ctx, params.migrationId, body));

import * as contracts from "#lib/contracts/issues.ts";
import { handle } from "#lib/http/handle.ts";
import { listCauses } from "#lib/stages/validate/query.ts";

export const GET = handle(contracts.listCauses, (ctx, { params }) => listCauses(ctx, params.migrationId));

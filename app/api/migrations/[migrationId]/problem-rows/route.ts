import * as contracts from "#lib/contracts/returns.ts";
import { handle } from "#lib/http/handle.ts";
import { countProblems } from "#lib/stages/validate/query/count-problems.ts";

export const GET = handle(contracts.countProblems, (ctx, { params }) => countProblems(ctx, params.migrationId));

import { listSmokeRuns as listContract, startSmokeRun as startContract } from "#lib/contracts/smoke-runs.ts";
import { handle } from "#lib/http/handle.ts";
import { startSmokeRun } from "#lib/settings/smoke/command/start-smoke-run.ts";
import { listSmokeRuns } from "#lib/settings/smoke/query.ts";

export const GET = handle(listContract, (ctx, { params }) => listSmokeRuns(ctx, params.connectionId));
export const POST = handle(startContract, (ctx, { params, body }) => startSmokeRun(ctx, params.connectionId, body));

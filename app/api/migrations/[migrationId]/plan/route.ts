import { readPlan as readPlanContract, savePlan as savePlanContract } from "#lib/contracts/plan.ts";
import { handle } from "#lib/http/handle.ts";
import { savePlan } from "#lib/stages/plan/command/save-plan.ts";
import { readPlan } from "#lib/stages/plan/query/read-plan.ts";

export const GET = handle(readPlanContract, (ctx, { params }) => readPlan(ctx, params.migrationId));
export const PUT = handle(savePlanContract, (ctx, { params, body }) => savePlan(ctx, params.migrationId, body));

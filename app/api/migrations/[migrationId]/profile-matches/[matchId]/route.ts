import { takeBackDecision as contract } from "#lib/contracts/existing-profiles.ts";
import { handle } from "#lib/http/handle.ts";
import { takeBackDecision } from "#lib/stages/plan/command/decide-matches.ts";

export const DELETE = handle(contract, (ctx, { params }) => takeBackDecision(ctx, params.migrationId, params.matchId));

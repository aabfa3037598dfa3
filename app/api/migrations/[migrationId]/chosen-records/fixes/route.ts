import * as contracts from "#lib/contracts/chosen-records.ts";
import { handle } from "#lib/http/handle.ts";
import { fixChosen } from "#lib/stages/validate/command/chosen-records.ts";

export const POST = handle(contracts.fixChosen, (ctx, { params, body }) => fixChosen(ctx, params.migrationId, body));

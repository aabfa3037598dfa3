import * as contracts from "#lib/contracts/files.ts";
import { handle } from "#lib/http/handle.ts";
import { readAgain } from "#lib/stages/parse/command.ts";

export const PUT = handle(contracts.readFileAgain, (ctx, { params, body }) => readAgain(ctx, params.fileId, body));

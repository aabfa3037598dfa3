import * as contracts from "#lib/contracts/files.ts";
import { handle } from "#lib/http/handle.ts";
import { changeKind } from "#lib/stages/upload/command/change-kind.ts";

export const PUT = handle(contracts.changeFileKind, (ctx, { params, body }) => changeKind(ctx, params.fileId, body));

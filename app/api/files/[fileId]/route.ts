import * as contracts from "#lib/contracts/files.ts";
import { handle } from "#lib/http/handle.ts";
import { withdrawFile } from "#lib/stages/upload/command.ts";
import { readFile } from "#lib/stages/upload/query.ts";

export const GET = handle(contracts.readFile, (ctx, { params }) => readFile(ctx, params.fileId));
export const DELETE = handle(contracts.withdrawFile, (ctx, { params }) => withdrawFile(ctx, params.fileId));

import { describeDocuments as contract } from "#lib/contracts/documents.ts";
import { handle } from "#lib/http/handle.ts";
import { describeDocuments } from "#lib/stages/validate/command/describe-documents.ts";

export const POST = handle(contract, (ctx, { params, body }) => describeDocuments(ctx, params.migrationId, body));

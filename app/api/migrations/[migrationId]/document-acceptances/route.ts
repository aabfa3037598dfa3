import { acceptDocuments as contract } from "#lib/contracts/documents.ts";
import { handle } from "#lib/http/handle.ts";
import { acceptDocuments } from "#lib/stages/documents/command/accept-documents.ts";

export const POST = handle(contract, (ctx, { params, body }) => acceptDocuments(ctx, params.migrationId, body));

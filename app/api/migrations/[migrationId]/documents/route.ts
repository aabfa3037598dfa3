import { listDocuments as contract } from "#lib/contracts/documents.ts";
import { handle } from "#lib/http/handle.ts";
import { listDocuments } from "#lib/stages/documents/query.ts";

export const GET = handle(contract, (ctx, { params, query }) => listDocuments(ctx, params.migrationId, query));

import { listRecordDocuments as contract } from "#lib/contracts/documents.ts";
import { handle } from "#lib/http/handle.ts";
import { listRecordDocuments } from "#lib/stages/documents/query.ts";

export const GET = handle(contract, (ctx, { params }) => listRecordDocuments(ctx, params.recordId));

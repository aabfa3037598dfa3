import { withdrawDocuments as contract } from "#lib/contracts/documents.ts";
import { handle } from "#lib/http/handle.ts";
import { withdrawDocuments } from "#lib/stages/upload/command/withdraw-documents.ts";

export const DELETE = handle(contract, (ctx, { params }) => withdrawDocuments(ctx, params.bundleId));

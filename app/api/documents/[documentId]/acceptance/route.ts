import { takeBackDocument as contract } from "#lib/contracts/documents.ts";
import { handle } from "#lib/http/handle.ts";
import { takeBackDocument } from "#lib/stages/documents/command/accept-documents.ts";

export const DELETE = handle(contract, (ctx, { params }) => takeBackDocument(ctx, params.documentId));

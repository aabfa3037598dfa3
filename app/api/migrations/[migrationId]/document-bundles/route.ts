import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { listDocumentBundles as listContract, uploadDocuments as uploadContract } from "#lib/contracts/documents.ts";
import { refused } from "#lib/domain/refusal.ts";
import { handle } from "#lib/http/handle.ts";
import { handleRaw } from "#lib/http/handle-raw.ts";
import { refusalResponse } from "#lib/http/problem-of.ts";
import { listDocumentBundles } from "#lib/stages/documents/query.ts";
import { uploadDocuments } from "#lib/stages/upload/command/upload-documents.ts";

export const GET = handle(listContract, (ctx, { params }) => listDocumentBundles(ctx, params.migrationId));

export const POST = handleRaw("prepare", `POST ${uploadContract.path}`, async (ctx, request, params) => {
  const asked = uploadContract.params.safeParse(params);
  if (!asked.success) return refusalResponse(refused("not_found", "There is no such migration.").refusal);
  const length = request.headers.get("content-length");
  const outcome = await uploadDocuments(ctx, {
    migrationId: asked.data.migrationId,
    encodedName: request.headers.get("x-file-name"),
    declaredSha256: request.headers.get("x-file-sha256"),
    declaredBytes: length === null ? null : Number(length),
    stream: request.body === null ? null : Readable.fromWeb(request.body as ReadableStream<Uint8Array>),
  });
  return outcome.ok
    ? Response.json(outcome.value, { headers: { "cache-control": "no-store" } })
    : refusalResponse(outcome.refusal);
});

import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import * as contracts from "#lib/contracts/returns.ts";
import { handleRaw } from "#lib/http/handle-raw.ts";
import { refusalResponse } from "#lib/http/problem-of.ts";
import { takeInReturn } from "#lib/stages/parse/command/take-in-return.ts";

export const POST = handleRaw("prepare", `POST ${contracts.takeInReturn.path}`, async (ctx, request, params) => {
  const asked = contracts.takeInReturn.params.safeParse(params);
  if (!asked.success) return refusalResponse({ kind: "not_found", sentence: "There is no such migration." });
  const length = request.headers.get("content-length");
  const outcome = await takeInReturn(ctx, {
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

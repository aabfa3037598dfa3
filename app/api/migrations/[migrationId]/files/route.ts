import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import * as contracts from "#lib/contracts/files.ts";
import { refused } from "#lib/domain/refusal.ts";
import { handle } from "#lib/http/handle.ts";
import { handleRaw } from "#lib/http/handle-raw.ts";
import { refusalResponse } from "#lib/http/problem-of.ts";
import { uploadFile } from "#lib/stages/upload/command.ts";
import { listFiles } from "#lib/stages/upload/query.ts";

export const GET = handle(contracts.listFiles, (ctx, { params }) => listFiles(ctx, params.migrationId));

export const POST = handleRaw(
  contracts.uploadFile.needs === "anyone" ? "prepare" : contracts.uploadFile.needs,
  `POST ${contracts.uploadFile.path}`,
  async (ctx, request, params) => {
    const asked = contracts.uploadFile.params.safeParse(params);
    const query = contracts.uploadFile.query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success) return refusalResponse(refused("not_found", "There is no such migration.").refusal);
    if (!query.success)
      return refusalResponse(
        refused("invalid_input", "Say whether the file holds individuals or companies, associates or links.").refusal,
      );
    const length = request.headers.get("content-length");
    const outcome = await uploadFile(ctx, {
      migrationId: asked.data.migrationId,
      kind: query.data.kind,
      entityType: query.data.entityType,
      encodedName: request.headers.get("x-file-name"),
      declaredSha256: request.headers.get("x-file-sha256"),
      declaredBytes: length === null ? null : Number(length),
      stream: request.body === null ? null : Readable.fromWeb(request.body as ReadableStream<Uint8Array>),
    });
    return outcome.ok
      ? Response.json(outcome.value, { headers: { "cache-control": "no-store" } })
      : refusalResponse(outcome.refusal);
  },
);

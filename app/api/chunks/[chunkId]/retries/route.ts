import { retryFailed as retryFailedContract } from "#lib/contracts/chunks.ts";
import { handle } from "#lib/http/handle.ts";
import { retryFailed } from "#lib/stages/send/command/retry-failed.ts";

export const POST = handle(retryFailedContract, (ctx, { params, body }) =>
  retryFailed(ctx, params.chunkId, body.which),
);

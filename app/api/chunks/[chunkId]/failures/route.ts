import { listFailures as listFailuresContract } from "#lib/contracts/chunks.ts";
import { handle } from "#lib/http/handle.ts";
import { listFailures } from "#lib/stages/send/query/list-failures.ts";

export const GET = handle(listFailuresContract, (ctx, { params, query }) => listFailures(ctx, params.chunkId, query));

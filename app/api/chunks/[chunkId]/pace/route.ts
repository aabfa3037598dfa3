import { readPace as readPaceContract } from "#lib/contracts/pace.ts";
import { handle } from "#lib/http/handle.ts";
import { readPace } from "#lib/stages/send/query/read-pace.ts";

export const GET = handle(readPaceContract, (ctx, { params, query }) => readPace(ctx, params.chunkId, query.span));
